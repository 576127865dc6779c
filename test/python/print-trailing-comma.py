# A trailing comma keeps the line open and puts one space before the next item.
print 1,
print 2, 3,
print
print "a",
print "b\n",
print "c"
print "tab\t",
print "d"
print
print "end",
