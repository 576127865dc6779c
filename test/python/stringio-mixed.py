# Bytes and unicode in one text: the error comes when it is read.
from StringIO import StringIO
f = StringIO()
f.write('caf\xc3\xa9')
f.write(u' \u2026')
print f.len
try:
    f.truncate(-1)
except IOError, e:
    print e
try:
    f.getvalue()
except UnicodeDecodeError, e:
    problem = e
raise problem
