# sys.exit with an object: it is printed on standard error after what is due on standard output.
import sys

for status in (None, 0, 3, True, 'text', (1, 2), ()):
    try:
        sys.exit(status)
    except SystemExit, e:
        print repr(e), e.args, e.code
try:
    raise SystemExit(1, 2)
except SystemExit, e:
    print e.code
print 'no newline',
sys.exit(['an', 'object'])
