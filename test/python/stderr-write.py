# print >>sys.stderr goes to standard error.
import sys
print "page"
print >>sys.stderr, "log", 1
sys.stderr.write("more\n")
print "page again"
