"""Functions that take or make functions."""

from __builtin__ import reduce

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__doc__')
WRAPPER_UPDATES = ('__dict__',)


def _read_only(self, value=None):
    raise TypeError('readonly attribute')


class partial(object):
    """A function with some of its arguments given."""

    def __new__(*args, **keywords):
        if len(args) < 2:
            raise TypeError("type 'partial' takes at least one argument")
        if not callable(args[1]):
            raise TypeError('the first argument must be callable')
        self = object.__new__(args[0])
        self._func, self._args, self._keywords = args[1], args[2:], keywords
        return self

    def __init__(*args, **keywords):
        pass

    def __call__(*args, **keywords):
        self = args[0]
        if keywords and self._keywords:
            keywords = dict(self._keywords, **keywords)
        return self._func(*(self._args + args[1:]), **(keywords or self._keywords or {}))

    func = property(lambda self: self._func, _read_only, _read_only)
    args = property(lambda self: self._args, _read_only, _read_only)
    keywords = property(lambda self: self._keywords, _read_only, _read_only)

    def __reduce__(self):
        own = dict((name, value) for name, value in self.__dict__.iteritems() if name not in _partial_parts)
        return type(self), (self._func,), (self._func, self._args, self._keywords, own or None)

    def __setstate__(self, state):
        valid = isinstance(state, tuple) and len(state) == 4
        if not valid or not callable(state[0]) or not isinstance(state[1], tuple):
            raise TypeError('invalid partial state')
        self._func, self._args, self._keywords, attributes = state
        if attributes:
            self.__dict__.update(attributes)


# NOT-PYTHON: the parts of a partial are attributes too, and in its `__dict__`.
_partial_parts = ('_func', '_args', '_keywords')

# Shown by the name that CPython's type has.
partial.__name__ = 'functools.partial'
partial.__module__ = '__builtin__'


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes `wrapper` look like the function that it wraps, and gives it."""
    for name in assigned:
        setattr(wrapper, name, getattr(wrapped, name))
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """A decorator: what it is given looks like `wrapped`."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# Each comparison by what the one that a class defines says of equal and unequal objects.
_orders = {
    '__lt__': [('__gt__', lambda self, other: not (self < other or self == other)),
               ('__le__', lambda self, other: self < other or self == other),
               ('__ge__', lambda self, other: not self < other)],
    '__le__': [('__ge__', lambda self, other: not self <= other or self == other),
               ('__lt__', lambda self, other: self <= other and not self == other),
               ('__gt__', lambda self, other: not self <= other)],
    '__gt__': [('__lt__', lambda self, other: not (self > other or self == other)),
               ('__ge__', lambda self, other: self > other or self == other),
               ('__le__', lambda self, other: not self > other)],
    '__ge__': [('__le__', lambda self, other: not self >= other or self == other),
               ('__gt__', lambda self, other: self >= other and not self == other),
               ('__lt__', lambda self, other: not self >= other)],
}


def total_ordering(cls):
    """A class decorator: from one comparison (`__lt__`, `__le__`, `__gt__` or `__ge__`) makes the other three."""
    defined = [name for name in dir(cls) if name in _orders and getattr(cls, name) != getattr(object, name, None)]
    if not defined:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    # The first of these that is there: __lt__, __le__, __gt__, __ge__.
    root = max(defined)
    for name, compare in _orders[root]:
        if name not in defined:
            compare.__name__ = name
            setattr(cls, name, compare)
    return cls


class _Key(object):
    """An object that stands for another in comparisons, which a function carries out."""

    def __init__(self, obj, *args):
        self.obj = obj

    def __lt__(self, other):
        return self._compare(self.obj, other.obj) < 0

    def __gt__(self, other):
        return self._compare(self.obj, other.obj) > 0

    def __eq__(self, other):
        return self._compare(self.obj, other.obj) == 0

    def __le__(self, other):
        return self._compare(self.obj, other.obj) <= 0

    def __ge__(self, other):
        return self._compare(self.obj, other.obj) >= 0

    def __ne__(self, other):
        return self._compare(self.obj, other.obj) != 0

    def __hash__(self):
        raise TypeError('hash not implemented')


def cmp_to_key(mycmp):
    """A `key` function for sorting, from a function that compares as `cmp` does."""
    return type('K', (_Key,), {'_compare': staticmethod(mycmp), '__module__': 'functools'})
