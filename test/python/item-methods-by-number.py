# __getitem__() of what has items by number only, and __pow__() with a modulus.
def told(f, *arguments):
    try:
        print repr(f(*arguments)),
    except Exception, e:
        print type(e).__name__, e.args,


class Index(object):
    def __index__(self): return 0


for x in xrange(3), ValueError(1, 2), IOError(2, 'x'), KeyError():
    for key in 0, -1, 5, 2 ** 70, -2 ** 70, 'a', None, 1.5, True, 0L, (1,), Index(), u'a', Ellipsis:
        told(x.__getitem__, key)
        told(lambda: x[key])
    print
told(xrange(3).__getitem__, slice(0, 1))
told(ValueError(1).__getitem__, slice(0, 1))
print hasattr(bytearray(), '__getslice__'), hasattr(buffer('a'), '__getslice__'), hasattr(buffer('a'), '__and__')
values = 5, 5L, 1.5, 2 + 1j, True, 'a', None, 0
for x in values[:5]:
    for y in 3, 3L, 2.0, 1j, False, 'a', -1:
        for modulus in values:
            if modulus is not None or type(x) is not complex:
                told(x.__pow__, y, modulus)
                told(x.__rpow__, y, modulus)
        print
for modulus in (), [], NotImplemented, 'a', u'a', set(), slice(1), int, xrange(3):
    for a, b in (5, 5L), (5L, 5), (5, 5), (5, 1.5), (True, 5L), (1j, 5), (5, 1j), (True, False), (5, 'a'), ([], 5):
        told(pow, a, b, modulus)
    print
