# __slots__ makes descriptors, and leaves instances without a dictionary.
class Point(object):
    __slots__ = ('x', 'y', '__z')

    def __init__(self, x, z):
        self.x = x
        self.__z = z


p = Point(1, 3)
print p.x, Point.x, type(Point.x), Point.x.__get__(p), p._Point__z, hasattr(p, 'y'), hasattr(p, '__dict__')
Point.x.__set__(p, 5)
print p.x, Point.y.__name__, Point.y.__objclass__
del p.x
for act in 'p.x', 'p.q', 'Point.x.__get__(3)':
    try:
        print eval(act)
    except (AttributeError, TypeError), error:
        print type(error).__name__, error


class Open(Point):
    pass


o = Open(1, 2)
o.more = 3
print o.x, o.more


class Constant(object):
    __slots__ = 'a'
    a = 1


try:
    Constant().a = 2
except AttributeError, error:
    print error, Constant().a


class Free(object):
    __slots__ = ['__dict__']


f = Free()
f.any = 1
print f.__dict__
for slots in ('1a',), (1,), 5, ('__dict__', '__dict__'):
    try:
        type('Bad', (object,), {'__slots__': slots})
    except TypeError, error:
        print error
