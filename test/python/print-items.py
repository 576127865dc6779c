# print shows each item with str(), separated by one space.
print "text", 1, 2.5, None, True, [1, 'a', u'\xe9'], (1,), {'k': 'v'}
print
print ("a", "b")
print ("a")
print "%s-%s" % (1, 2), "x" * 3
print repr("it's"), `"back" + 'ticks'`, str(u"plain")
