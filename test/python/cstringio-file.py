# Bytes in memory: what is written can be read; what is given can only be read.
import cStringIO
f = cStringIO.StringIO()
print f.write('one\ntwo'), f.tell(), repr(f.getvalue()), f.reset(), repr(f.readline()), repr(f.read(1)), repr(f.getvalue(True))
f.seek(10)
f.write('x')
print repr(f.getvalue()), type(f), f.softspace, f.closed, f.isatty()
print >>f, 1, u'b'
print repr(f.getvalue())
g = cStringIO.StringIO('a\nb\nc')
print g.next().__repr__(), g.readlines(), g.tell(), type(g), list(g), isinstance(g, cStringIO.InputType), hasattr(g, 'write')
g.seek(2)
g.truncate()
print repr(g.getvalue())
g.write('z')
