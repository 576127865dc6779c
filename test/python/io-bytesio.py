# Bytes in memory.
import io
f = io.BytesIO('one\ntwo')
print repr(f.read(2)), f.readline().__repr__(), f.tell(), f.seek(-2, 2), f.write('XYZ'), repr(f.getvalue()), f.seek(0), f.readlines()
b = bytearray('....')
f.seek(0)
print f.readinto(b), b, f.read1(2), f.truncate(1), repr(f.getvalue()), f.write(bytearray('q')), f.seek(5), f.write('z'), repr(f.getvalue())
for bad in (lambda: f.seek(-1), lambda: f.truncate(-1), lambda: io.BytesIO(u'a'), f.fileno, f.detach, lambda: f.read('a')):
    try:
        bad()
    except (ValueError, TypeError, IOError), e:
        print type(e).__name__, e
f.close()
f.getvalue()
