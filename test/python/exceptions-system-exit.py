# sys.exit leaves quietly with a status.
import sys
print "before"
try:
    sys.exit(3)
except SystemExit, e:
    print e.code, isinstance(e, Exception)
sys.exit()
print "never"
