# The one quotient of ints that is none, counts of shifts beyond a word, and where enumerate() begins.
import sys
def told(f, *arguments):
    try:
        print repr(f(*arguments)),
    except Exception, e:
        print type(e).__name__, e,


least = -sys.maxint - 1
for a in least, least + 1, -1, 5, long(least), True:
    for b in -1, 1, least, -1L, 0, True:
        told(divmod, a, b)
        told(lambda: a % b)
        told(lambda: a // b)
        told(lambda: a.__mod__(b))
        for c in 1, -1, 7, -1L, least, 0:
            told(pow, a, b & 15, c)
        print
for x in 0, 5, 0L, -5L, True, 2 ** 70:
    for y in 2 ** 70, -2 ** 70, 2 ** 63, -2 ** 63, -2 ** 63 - 1, -1, -1L:
        told(lambda: x << y)
        told(lambda: x >> y)
        told(lambda: y.__rrshift__(x))
    print


class Index(object):
    def __init__(self, at): self.at = at
    def __index__(self): return self.at
class Int(int): pass
class Long(long): pass
for start in 0, 5L, -3L, True, 2 ** 63 - 2, 2 ** 63 - 1, -2 ** 63, 2 ** 70, 1.5, 'a', None, Index(3), Index(3L), Int(3), Long(3):
    told(lambda: list(enumerate('abc', start)))
    told(lambda: list(enumerate('abc', start=start)))
    print
told(enumerate, 5, None)
told(enumerate, 5, 1)
