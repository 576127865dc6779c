# Opening, reading and writing files: modes, positions, lines, newlines.
import os
name = 'files-read-write.tmp'

f = open(name, 'w')
print f.name, f.mode, f.closed, f.softspace, f.encoding, repr(f)[:40]
f.write('eins\nzwei\n')
f.write(u'drei\n')
f.writelines(['a', 'b\n'])
print f.tell(), f.flush(), f.isatty(), f.fileno() > 2
print f.close(), f.close(), f.closed, repr(f)[:42]

f = open(name)
print iter(f) is f, [f.readline(), f.readline(2), f.readline(0), f.read(3), f.read(0)], f.tell()
print [f.read(-1), f.read(), f.readline()], f.readlines()
f.seek(2)
print f.read(2), f.seek(-2, 2), repr(f.read()), f.seek(1), f.seek(1, 1), f.tell()
f.seek(0)
print list(f), f.seek(0), f.readlines(3)
f.seek(0)
print f.next(), f.next(),
for line in f:
    print [line],
print
f.close()

with open(name, 'a') as f:
    print >>f, 'neu', 1,
    print >>f, 2
print f.closed, repr(open(name).read())

f = open(name, 'r+')
f.write('XX')
f.seek(0)
print f.read(4)
f.seek(0, 2)
f.write('end')
f.seek(0)
print repr(f.read())
for size in 5, 8:
    f.truncate(size)
    f.seek(0)
    print repr(f.read()),
f.seek(3)
f.truncate()
f.seek(0)
print repr(f.read())
f.close()

f = open(name, 'w+')
f.write('abc')
f.seek(10)
f.write('x')
f.seek(0)
print repr(f.read())
f.close()

f = open(name, 'a+')
f.write('end')
f.seek(0)
print repr(f.read(3))
f.seek(0)
f.write('!')
f.seek(0)
print repr(f.read())
f.close()

f = open(name, 'wb')
f.write('a\r\nb\rc\n\xe9')
f.close()
print open(name, 'rb').readlines(), open(name).readlines()
print open(name, 'rU').readlines(), repr(open(name, 'U').read())
print type(open(name)) is file, file(name, 'rb').mode, open(name=name, mode='r').read(1), open(name, 'r', 1).read(1)
os.remove(name)
open(name)
