# Text in memory, unicode only, and what ends its lines.
import io
f = io.StringIO(u'one\ntwo\r\nthree')
print f.read(2), repr(f.readline()), f.tell(), f.readlines(), f.seek(0), list(f), f.seek(0, 2)
print f.write(u'\xe9!'), repr(f.getvalue()), f.truncate(3), repr(f.getvalue()), f.readable(), f.writable(), f.seekable(), f.closed
print repr(io.StringIO(u'a\r\nb\rc', newline=None).read()), io.StringIO(u'a\r\nb\rc', newline=u'').readlines(), repr(io.StringIO(u'a\nb', newline=u'\r\n').getvalue())
with io.StringIO() as g:
    g.write(u'x')
    print repr(g.getvalue())
print g.closed, isinstance(f, io.TextIOBase), isinstance(f, io.IOBase)
f.write('bytes')
