# Files: a for over the lines reads ahead, and then other ways to read are refused.
with open('mixed.txt', 'w') as f:
    f.write(''.join('line %d\n' % n for n in range(3000)))
f = open('mixed.txt')
print f.next(), f.tell()
for attempt in (f.read, f.readline, f.readlines, lambda: f.readinto(bytearray(3))):
    try:
        attempt()
    except ValueError, e:
        print e
f.seek(0)
print repr(f.readline()), f.tell()
for line in f:
    pass
print f.tell(), repr(f.read())
f.seek(0)
for n, line in enumerate(f):
    if n % 500 == 0:
        print f.tell(), repr(line)
f.close()
for name in ['next', 'read', 'readline', 'readlines', 'tell', 'flush', 'truncate', 'isatty', 'fileno', 'xreadlines', '__iter__',
             '__enter__', 'close']:
    try:
        print name, getattr(f, name)()
    except ValueError, e:
        print name, e
with open('mixed.txt', 'wb') as f:
    f.write('a\r\nb\rc\nd')
    for name in ['next', 'read', 'readline', 'readlines']:
        try:
            print name, getattr(f, name)()
        except IOError, e:
            print name, e
with open('mixed.txt', 'rU') as f:
    print f.newlines, repr(f.read(3)), f.newlines, f.readlines(), f.newlines, f.mode
for args in [('missing',), ('mixed.txt', 'x'), ('mixed.txt', ''), ('mixed.txt', 'wU'), ('no/where', 'w'), (3,), (),
             ('a', 'r', 1, 2), ('mixed.txt', 3), ('mixed.txt/x',), (u'missing \xe9',), ('mixed.txt', 'r', 'x')]:
    try:
        print open(*args)
    except (IOError, TypeError, ValueError), e:
        print args, type(e).__name__, e, repr(getattr(e, 'filename', 0)), getattr(e, 'errno', 0)
import os
os.remove('mixed.txt')
f.write('closed')
