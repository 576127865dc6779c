# Too few and too many arguments of %.
try:
    print "%s %s" % ("a",)
except TypeError, e:
    print e
print "%s" % ("a", "b")
