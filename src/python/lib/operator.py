"""The operators as functions, and objects that fetch an item, an attribute or the result of a method."""


def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def div(a, b): return a / b
def floordiv(a, b): return a // b
def mod(a, b): return a % b
def pow(a, b): return a ** b
def lshift(a, b): return a << b
def rshift(a, b): return a >> b
def and_(a, b): return a & b
def or_(a, b): return a | b
def xor(a, b): return a ^ b
def neg(a): return -a
def pos(a): return +a
def invert(a): return ~a
def lt(a, b): return a < b
def le(a, b): return a <= b
def eq(a, b): return a == b
def ne(a, b): return a != b
def ge(a, b): return a >= b
def gt(a, b): return a > b
def not_(a): return not a
def is_(a, b): return a is b
def is_not(a, b): return a is not b
def contains(a, b): return b in a
def getitem(a, b): return a[b]
def getslice(a, b, c): return a[b:c]


def iadd(a, b):
    a += b
    return a


def isub(a, b):
    a -= b
    return a


def imul(a, b):
    a *= b
    return a


def idiv(a, b):
    a /= b
    return a


def ifloordiv(a, b):
    a //= b
    return a


def imod(a, b):
    a %= b
    return a


def ipow(a, b):
    a **= b
    return a


def ilshift(a, b):
    a <<= b
    return a


def irshift(a, b):
    a >>= b
    return a


def iand(a, b):
    a &= b
    return a


def ior(a, b):
    a |= b
    return a


def ixor(a, b):
    a ^= b
    return a


def setitem(a, b, c):
    a[b] = c


def setslice(a, b, c, d):
    a[b:c] = d


def delitem(a, b):
    del a[b]


def delslice(a, b, c):
    del a[b:c]


def countOf(a, b):
    """How many items of a equal b."""
    return len([item for item in a if item == b])


def indexOf(a, b):
    """Where b first occurs in a."""
    for at, item in enumerate(a):
        if item == b:
            return at
    raise ValueError('sequence.index(x): x not in sequence')


def isCallable(a): return callable(a)
def isNumberType(a): return isinstance(a, (int, long, float, complex))
def isSequenceType(a): return hasattr(a, '__getitem__') and not isinstance(a, (dict, set, frozenset))
def isMappingType(a): return hasattr(a, '__getitem__') and not isinstance(a, type)


# `truediv` is what `/` means under `from __future__ import division`.
exec '''
from __future__ import division
def truediv(a, b): return a / b
def itruediv(a, b):
    a /= b
    return a
'''

truth = bool
from __builtin__ import abs
concat, iconcat, sequenceIncludes, inv = add, iadd, contains, invert

for _name in ('add sub mul div truediv floordiv mod pow lshift rshift and_ or_ xor neg pos inv invert lt le eq ne ge gt not_ '
              'abs concat contains getitem getslice setitem setslice delitem delslice iadd isub imul idiv itruediv '
              'ifloordiv imod ipow ilshift irshift iand ior ixor iconcat').split():
    globals()['__%s__' % _name.rstrip('_')] = globals()[_name]


def _one_or_tuple(values):
    return values[0] if len(values) == 1 else tuple(values)


class itemgetter(object):
    """itemgetter(2)(r) is r[2]; of several items, a tuple."""

    def __init__(self, *items):
        if not items:
            raise TypeError('itemgetter expected 1 arguments, got 0')
        self._items = items

    def __call__(self, subject):
        return _one_or_tuple([subject[item] for item in self._items])


class attrgetter(object):
    """attrgetter('date.month')(r) is r.date.month; of several attributes, a tuple."""

    def __init__(self, *names):
        if not names:
            raise TypeError('attrgetter expected 1 arguments, got 0')
        for name in names:
            if not isinstance(name, basestring):
                raise TypeError("attribute name must be a string")
        self._names = names

    def __call__(self, subject):
        return _one_or_tuple([reduce(getattr, name.split('.'), subject) for name in self._names])


class methodcaller(object):
    """methodcaller('strip', '-')(r) is r.strip('-')."""

    def __init__(*args, **keywords):
        if len(args) < 2:
            raise TypeError('methodcaller needs at least one argument, the method name')
        self = args[0]
        self._name, self._args, self._keywords = args[1], args[2:], keywords

    def __call__(self, subject):
        return getattr(subject, self._name)(*self._args, **self._keywords)


# Shown by the names that CPython's types have.
for _type in itemgetter, attrgetter, methodcaller:
    _type.__name__ = 'operator.' + _type.__name__
    _type.__module__ = '__builtin__'
