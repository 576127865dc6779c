# sys.exit with a message prints it on standard error.
import sys
print "page"
sys.exit("goodbye")
