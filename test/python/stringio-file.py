# A text in memory that is read and written like a file.
from StringIO import StringIO
f = StringIO('one\ntwo\nthree')
print repr(f.read(2)), repr(f.readline()), f.tell(), f.readlines(), repr(f.read())
f.seek(-5, 2)
f.write('THREE!')
print repr(f.getvalue()), f.len, f.pos
f.seek(4)
f.truncate()
print repr(f.getvalue()), list(StringIO('a\n\nb'))
print >>f, 'x', 1,
print >>f, u'y'
print repr(f.getvalue()), f.softspace, f.isatty(), f.closed
f.seek(30)
f.write('end')
print repr(f.getvalue()), repr(StringIO(u'\xe9a').read(1)), StringIO(5).getvalue(), StringIO('ab\ncd').readline(1), StringIO('ab\ncd\ne').readlines(1)
f.writelines(['1', u'2', '3'])
print len(f.getvalue()), f.flush(), isinstance(f, StringIO)
f.close()
try:
    f.write('more')
except ValueError, e:
    problem = e
raise problem
