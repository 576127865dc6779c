# Comparisons that nobody knows: which methods are asked, how often and in which order, alone and in containers.
def told(f, *arguments):
    try:
        print f(*arguments),
    except Exception, e:
        print type(e).__name__, e,


def asks(name):
    def method(self, other):
        print type(self).__name__ + '.' + name, getattr(other, '__class__', other).__name__,
        return NotImplemented
    return method


class N(object):
    __eq__, __ne__, __lt__ = asks('eq'), asks('ne'), asks('lt')
    def __cmp__(self, other):
        print 'N.cmp', type(other).__name__,
        return 0


class M(object):
    def __repr__(self): return "M()"
    __eq__, __gt__ = asks('eq'), asks('gt')


class Sub(N):
    __eq__ = asks('eq')


class P:
    __eq__, __cmp__ = asks('eq'), asks('cmp')


class Coerced:
    def __coerce__(self, other):
        print 'coerce',
        return 1, 2


class Int(int):
    __eq__, __ne__ = asks('eq'), asks('ne')


class Text(unicode):
    __eq__ = asks('eq')


class Items(list):
    __eq__ = asks('eq')


kinds = N, M, Sub, P, Coerced, Int, Text, Items, int
for kind in kinds:
    for other in kinds:
        a, b = kind(), other()
        print kind.__name__, other.__name__,
        told(lambda: a == b)
        told(lambda: a != b)
        told(lambda: a in [b])
        told(lambda: (a, 1) == (b, 1))
        if N in (kind, other):
            told(lambda: a < b)
        print
    a = kind()
    print 'itself',
    told(lambda: a == a)
    told(lambda: cmp(a, a))
    told(lambda: [a].index(a))
    print


class Sequence:
    def __init__(self, item): self.item = item
    def __getitem__(self, at): return [self.item][at]


class Walked(object):
    def __init__(self, item): self.item = item
    def __iter__(self): return iter([self.item])


import collections, operator
for x, y in (N(), M()), (M(), 5), (5, M()), (M(), None):
    for box in (lambda v: [v]), (lambda v: (v,)), Sequence, Walked, (lambda v: iter([v])), (lambda v: collections.deque([v])):
        print x in box(y), operator.countOf(box(y), x),
        told(operator.indexOf, box(y), x)
        for method in 'count', 'index', 'remove':
            if hasattr(box(y), method):
                told(getattr(box(y), method), x)
        print
    print {1: x} == {1: y}, (1, x) in {1: y}.viewitems()
nan = float('nan')
print operator.countOf([nan], nan), operator.indexOf([1, nan], nan)
print [cmp(v, nan) for v in 1, 1L, True, -5], [cmp(nan, v) for v in 1, 1L, False]
