# Conversions between the built-in types.
print str(1), str(1.5), str(None), str([1, "a"]), repr("a"), int("5"), float("1.5"), float(2), long(3), list("ab"), tuple([1]), dict([(1, 2)])
print chr(65), ord("A"), unichr(8364) == u"\u20ac", hex(10), oct(10), bin(10), bool("x"), type(1), type("a"), type(None), type([]), type(1.0), type(1L)
print type(u""), type(()), type({}), type(len), type(lambda: 0), type(type), type(object()), type(xrange(1)), type(Ellipsis), int is type(1)
print isinstance(True, int), isinstance(1, (str, int)), issubclass(bool, int), callable(len), id(1) == id(1), None is None, str(True), repr(None)
try:
    chr(256)
except ValueError, e:
    print e
try:
    tuple(1)
except TypeError, e:
    print e
dict([1])
