# Files of text in an encoding, and of bytes.
import io, os
with io.open('io-open.tmp', 'w', encoding='utf-8') as f:
    print f.write(u'caf\xe9\nx\n'), f.encoding, f.mode, f.name, f
print repr(open('io-open.tmp', 'rb').read())
f = io.open('io-open.tmp', encoding='utf-8')
print repr(f.readline()), f.tell(), repr(f.read()), f.seek(0), list(f), f.readable(), f.writable(), f.closed
f.close()
b = io.open('io-open.tmp', 'ab')
print b.write('a\r\nb\r'), b.tell(), b
b.close()
for newline in None, '', '\n', '\r\n':
    print repr(io.open('io-open.tmp', encoding='latin-1', newline=newline).readlines())
os.remove('io-open.tmp')
for args in (('no', 'rw'), ('no', 'z'), ('no', 'rb', -1, 'utf-8'), ('no', 'r', 0), (None,)):
    try:
        io.open(*args)
    except (ValueError, TypeError, IOError), e:
        print e
io.open('io-open.tmp')
