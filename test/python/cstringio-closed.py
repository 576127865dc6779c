# A closed file is neither read nor written.
import cStringIO
f = cStringIO.StringIO()
for bad in (5, u'\xe9', None):
    try:
        f.write(bad)
    except (TypeError, UnicodeError), e:
        print e
try:
    cStringIO.StringIO(None)
except TypeError, e:
    print e
f.close()
f.close()
print f.closed
f.read()
