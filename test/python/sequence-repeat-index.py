"""A sequence is repeated by anything with an `__index__`, after the other's own methods have been asked."""
class Twice(object):
    def __index__(self): return 2
class Own(int):
    def __rmul__(self, other): return 'rmul', other
class Text(unicode):
    def __index__(self): return 3
class Pair(object):
    def __coerce__(self, other): return 5, 3
class Old:
    def __index__(self): return 2
print [1] * Twice(), Twice() * 'ab', (1,) * Old(), bytearray('x') * Twice()
print [1] * Own(3), 'ab' * Own(3), 'ab' * Text('z'), [0] * True
print None + Pair(), [1] * Pair(), Pair() * (2, 3)
for other in ('b', 1.5, None, [1], object):
    try:
        print 'a' * other
    except TypeError as error:
        print error
try:
    print [1] * 2 ** 70
except OverflowError as error:
    print error
class Plain:
    pass
print [10, 20][Old():]
print 'abc' * Plain()
