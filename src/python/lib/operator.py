"""The operators as functions, and objects that fetch an item, an attribute or the result of a method.

Functions of two operands are called `op_add` here, as CPython's errors call them, and renamed at the end.
"""


def op_add(a, b): return a + b
def op_sub(a, b): return a - b
def op_mul(a, b): return a * b
def op_div(a, b): return a / b
def op_floordiv(a, b): return a // b
def op_mod(a, b): return a % b
def op_lshift(a, b): return a << b
def op_rshift(a, b): return a >> b
def op_and_(a, b): return a & b
def op_or_(a, b): return a | b
def op_xor(a, b): return a ^ b
def op_lt(a, b): return a < b
def op_le(a, b): return a <= b
def op_eq(a, b): return a == b
def op_ne(a, b): return a != b
def op_ge(a, b): return a >= b
def op_gt(a, b): return a > b
def pow(a, b): return a ** b
def neg(a): return -a
def pos(a): return +a
def invert(a): return ~a
def not_(a): return not a
def is_(a, b): return a is b
def is_not(a, b): return a is not b
def truth(a): return True if a else False
def op_contains(a, b): return b in a
def sequenceIncludes(a, b): return b in a
def op_getitem(a, b): return a[b]


# `truediv` is what `/` means under `from __future__ import division`.
exec '''
from __future__ import division
def op_truediv(a, b): return a / b
def op_itruediv(a, b):
    a /= b
    return a
''' in globals()


def op_iadd(a, b):
    a += b
    return a


def op_isub(a, b):
    a -= b
    return a


def op_imul(a, b):
    a *= b
    return a


def op_idiv(a, b):
    a /= b
    return a


def op_ifloordiv(a, b):
    a //= b
    return a


def op_imod(a, b):
    a %= b
    return a


def op_ilshift(a, b):
    a <<= b
    return a


def op_irshift(a, b):
    a >>= b
    return a


def op_iand(a, b):
    a &= b
    return a


def op_ior(a, b):
    a |= b
    return a


def op_ixor(a, b):
    a ^= b
    return a


def ipow(a, b):
    a **= b
    return a


def op_setitem(a, b, c):
    a[b] = c


def op_delitem(a, b):
    del a[b]


def _take(name, arguments, count):
    """The arguments, when there are `count`."""
    if len(arguments) != count:
        raise TypeError('%s() takes exactly %d arguments (%d given)' % (name, count, len(arguments)))
    return arguments


def _whole(value):
    """The value as C functions take a whole number: TypeError for one that is none."""
    if isinstance(value, float):
        raise TypeError('integer argument expected, got float')
    if not hasattr(value, '__int__') or isinstance(value, (basestring, complex)):
        raise TypeError('an integer is required')
    value = int(value)
    if not -9223372036854775808 <= value < 9223372036854775808:
        raise OverflowError('Python int too large to convert to C long')
    return value


def getslice(*arguments):
    a, b, c = _take('getslice', arguments, 3)
    return a[_whole(b):_whole(c)]


def setslice(*arguments):
    a, b, c, d = _take('setslice', arguments, 4)
    a[_whole(b):_whole(c)] = d


def delslice(*arguments):
    a, b, c = _take('delslice', arguments, 3)
    del a[_whole(b):_whole(c)]


def _has(a, name):
    """Does the value answer to a method, without having its own say in it?"""
    return hasattr(a if hasattr(a, '__class__') and type(a).__name__ == 'instance' else type(a), name)


def _can(a, method, verb):
    if not _has(a, method) or not _has(a, '__getitem__') or isinstance(a, (dict, xrange)):
        raise TypeError("'%s' object can't be %s" % (type(a).__name__, verb))


def op_concat(a, b):
    _can(a, '__add__', 'concatenated')
    return a + b


def op_iconcat(a, b):
    _can(a, '__add__', 'concatenated')
    a += b
    return a


def repeat(*arguments):
    a, count = _take('op_repeat', arguments, 2)
    count = _whole(count)
    _can(a, '__mul__', 'repeated')
    return a * count


def irepeat(*arguments):
    a, count = _take('op_irepeat', arguments, 2)
    count = _whole(count)
    _can(a, '__mul__', 'repeated')
    a *= count
    return a


def index(a):
    if isinstance(a, (int, long)):
        return a
    if not _has(a, '__index__'):
        if type(a).__name__ == 'instance':
            raise TypeError('object cannot be interpreted as an index')
        raise TypeError("'%s' object cannot be interpreted as an index" % type(a).__name__)
    found = a.__index__()
    if not isinstance(found, (int, long)):
        raise TypeError('__index__ returned non-(int,long) (type %s)' % type(found).__name__)
    return found


def _items(a):
    try:
        return iter(a)
    except TypeError:
        raise TypeError("argument of type '%s' is not iterable" % type(a).__name__)


def countOf(a, b):
    """How many items of a equal b."""
    return len([item for item in _items(a) if b is item or b == item])


def indexOf(a, b):
    """Where b first occurs in a."""
    for at, item in enumerate(_items(a)):
        if b is item or b == item:
            return at
    raise ValueError('sequence.index(x): x not in sequence')


def _compare_digest(*arguments):
    a, b = _take('compare_digest', arguments, 2)
    if isinstance(a, unicode) and isinstance(b, unicode):
        return a == b
    for each in a, b:
        if not isinstance(each, (str, bytearray, buffer)):
            if not isinstance(a, (str, bytearray, buffer)):
                raise TypeError("unsupported operand types(s) or combination of types: '%s' and '%s'" % (
                    type(a).__name__, type(b).__name__))
            raise TypeError("'%s' does not have the buffer interface" % type(each).__name__)
    return str(a) == str(b)


def isCallable(a): return callable(a)


def isNumberType(a):
    if isinstance(a, (int, long, float, complex)) or type(a).__name__ == 'instance':
        return True
    return not isinstance(a, basestring) and (_has(a, '__int__') or _has(a, '__float__'))


def isSequenceType(a):
    return _has(a, '__getitem__') and not isinstance(a, (dict, set, frozenset))


def isMappingType(a):
    return _has(a, '__getitem__') and not isinstance(a, (str, unicode, list, tuple, xrange, buffer))


from __builtin__ import abs
inv = invert

for _name, _value in globals().items():
    if _name.startswith('op_'):
        _value.__name__ = _name[3:]
        globals()[_name[3:]] = _value
        del globals()[_name]
for _name in ('add sub mul div truediv floordiv mod pow lshift rshift and_ or_ xor neg pos inv invert lt le eq ne ge gt not_ '
              'abs concat contains getitem getslice setitem setslice delitem delslice iadd isub imul idiv itruediv '
              'ifloordiv imod ipow ilshift irshift iand ior ixor iconcat index repeat irepeat').split():
    globals()['__%s__' % _name.rstrip('_')] = globals()[_name]
del division


def _one_or_tuple(values):
    return values[0] if len(values) == 1 else tuple(values)


class itemgetter(object):
    """itemgetter(2)(r) is r[2]; of several items, a tuple."""

    def __init__(self, *items, **keywords):
        if keywords:
            raise TypeError('itemgetter() does not take keyword arguments')
        if not items:
            raise TypeError('itemgetter expected 1 arguments, got 0')
        self._items = items

    def __call__(self, *subjects):
        if len(subjects) != 1:
            raise TypeError('itemgetter expected 1 arguments, got %d' % len(subjects))
        subject, = subjects
        return _one_or_tuple([subject[item] for item in self._items])


class attrgetter(object):
    """attrgetter('date.month')(r) is r.date.month; of several attributes, a tuple."""

    def __init__(self, *names, **keywords):
        if keywords:
            raise TypeError('attrgetter() does not take keyword arguments')
        if not names:
            raise TypeError('attrgetter expected 1 arguments, got 0')
        self._names = names

    def __call__(self, *subjects):
        if len(subjects) != 1:
            raise TypeError('attrgetter expected 1 arguments, got %d' % len(subjects))
        subject, = subjects
        for name in self._names:
            if not isinstance(name, basestring):
                raise TypeError('attribute name must be a string')
        return _one_or_tuple([reduce(getattr, name.split('.'), subject) for name in self._names])


class methodcaller(object):
    """methodcaller('strip', '-')(r) is r.strip('-')."""

    def __init__(*args, **keywords):
        if len(args) < 2:
            raise TypeError('methodcaller needs at least one argument, the method name')
        self = args[0]
        self._name, self._args, self._keywords = args[1], args[2:], keywords

    def __call__(self, *subjects):
        if len(subjects) != 1:
            raise TypeError('methodcaller expected 1 arguments, got %d' % len(subjects))
        return getattr(subjects[0], self._name)(*self._args, **self._keywords)


# Shown by the names that CPython's types have.
for _type in itemgetter, attrgetter, methodcaller:
    _type.__name__ = 'operator.' + _type.__name__
    _type.__module__ = '__builtin__'
