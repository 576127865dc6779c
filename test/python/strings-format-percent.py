# The % operator.
print "%s %r %d %i %5d|%-5d|%05d|%+d|% d" % ("s", "r", 1, 2, 3, 4, 5, 6, 7)
print "%x %X %o %#x %#o %e %.3f %g %g %G" % (255, 255, 8, 255, 8, 1234.5, 2.0 / 3, 1e10, 1e-5, 1e20)
print "%c%c %% %10s|%-10s|%.2s" % (65, "b", "right", "left", "truncated")
print "%(name)s is %(age)03d" % {"name": "Jean", "age": 7, "other": None}
print "%*d|%-*d|%.*f" % (5, 1, 5, 2, 2, 3.14159)
print "%s" % (1, ) , "%s" % [1, 2], "%s %%" % None, "%d%%" % 50
print "%5.1f|%-8.3e|%08.2f" % (3.14159, 31415.9, -3.5)
print "%s %s" % ("a", u"b"), repr("%s" % u"\xe9")
print "%r" % ("it's",), "%d" % 3.99, "%s" % 1.0, "%s" % 0.1, "%d" % 10000000000000000000000
