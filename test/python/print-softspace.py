# Writing to sys.stdout directly also counts for the space before the next item.
import sys
print "a",
sys.stdout.write("b")
print "c",
sys.stdout.write("\n")
print "d"
