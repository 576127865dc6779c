"""How objects are taken apart and made again, for `pickle` and `copy`.

`object.__reduce__` and `object.__reduce_ex__` are written here too: they need nothing that a program could not say itself.
"""

from types import ClassType as _ClassType
import sys as _sys

__all__ = ['pickle', 'constructor', 'add_extension', 'remove_extension', 'clear_extension_cache']

dispatch_table = {}


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Says how objects of a type are taken apart."""
    if type(ob_type) is _ClassType:
        raise TypeError('copy_reg is not intended for use with classes')
    if not callable(pickle_function):
        raise TypeError('reduction functions must be callable')
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    """Checks that an object can make others."""
    if not callable(object):
        raise TypeError('constructors must be callable')


def pickle_complex(c):
    return complex, (c.real, c.imag)


pickle(complex, pickle_complex, complex)


def _reconstructor(cls, base, state):
    """An object of a class from what its built-in base knows of it."""
    if base is object:
        return object.__new__(cls)
    made = base.__new__(cls, state)
    if base.__init__ != object.__init__:
        base.__init__(made, state)
    return made


def __newobj__(cls, *args):
    return cls.__new__(cls, *args)


def _is_built_in(cls):
    """Is this a type that no class statement made?"""
    return type.__repr__(cls).startswith('<type ')


def _reduce_ex(self, proto):
    """What `object.__reduce__` gives: for protocols 0 and 1."""
    cls = type(self)
    for base in cls.__mro__:
        if _is_built_in(base):
            break
    if base is object:
        state = None
    else:
        if base is self.__class__:
            raise TypeError("can't pickle %s objects" % base.__name__)
        state = base(self)
    parts = self.__class__, base, state
    try:
        getstate = self.__getstate__
    except AttributeError:
        if getattr(self, '__slots__', None):
            raise TypeError('a class that defines __slots__ without defining __getstate__ cannot be pickled')
        attributes = getattr(self, '__dict__', None)
    else:
        attributes = getstate()
    return (_reconstructor, parts, attributes) if attributes else (_reconstructor, parts)


# The built-in types that protocol 2 makes again by `__new__`.
_new_types = (object, list, dict, tuple, int, long, float, complex, bool, str, unicode, file, property, staticmethod,
              classmethod, enumerate, type(_sys), type(pickle), buffer, memoryview, type(pickle.func_code))


def _own(self, name):
    """An attribute, or None when asking for it fails, in whatever way."""
    try:
        return getattr(self, name)
    except Exception:
        return None


def _new_arguments(self):
    """What `__new__` is to be given for an object of a class that derives from a value."""
    own = _own(self, '__getnewargs__')
    if own is not None:
        arguments = own()
        if not isinstance(arguments, tuple):
            raise TypeError("__getnewargs__ should return a tuple, not '%s'" % type(arguments).__name__)
        return arguments
    if isinstance(self, complex):
        return self.real, self.imag
    for base in int, long, float, str, unicode, tuple:
        if isinstance(self, base):
            return base(self),
    return ()


def _reduce_2(self):
    """What `object.__reduce_ex__` gives for protocol 2."""
    cls = self.__class__
    if isinstance(cls, type) and _is_built_in(cls) and cls not in _new_types:
        raise TypeError("can't pickle %s objects" % type.__repr__(cls)[7:-2])
    arguments = (cls,) + _new_arguments(self)
    getstate = _own(self, '__getstate__')
    if getstate is not None:
        state = getstate()
    else:
        state = _own(self, '__dict__')
        names = _slotnames(cls)
        slots = dict((name, getattr(self, name)) for name in names if hasattr(self, name))
        if slots:
            if state is not None:
                state = dict((name, state[name]) for name in state if name not in slots)
            state = state, slots
    items = iter(self) if isinstance(self, list) else None
    entries = self.iteritems() if isinstance(self, dict) else None
    return __newobj__, arguments, state, items, entries


def _reduce_built_in(self):
    """What an xrange gives of itself; None for all others."""
    if isinstance(self, xrange):
        start = self[0] if len(self) else 0
        step = self[1] - start if len(self) > 1 else 1
        return xrange, (start, start + len(self) * step, step)


def _object_reduce(self):
    """`object.__reduce__`."""
    return _reduce_built_in(self) or _reduce_ex(self, 0)


def _object_reduce_ex(self, proto):
    """`object.__reduce_ex__`: a class's own `__reduce__` comes first."""
    for cls in type(self).__mro__:
        if '__reduce__' in cls.__dict__:
            break
    if cls is not object:
        return self.__reduce__()
    return _reduce_built_in(self) or (_reduce_2(self) if proto >= 2 else _reduce_ex(self, proto))


def _slotnames(cls):
    """The names of all slots of a class, as they are asked for outside of it."""
    names = cls.__dict__.get('__slotnames__')
    if names is not None:
        return names
    names = []
    for each in getattr(cls, '__mro__', ()):
        slots = each.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, basestring) else slots:
            if name in ('__dict__', '__weakref__'):
                continue
            if name.startswith('__') and not name.endswith('__'):
                name = '_%s%s' % (each.__name__.lstrip('_'), name)
            names.append(name)
    try:
        cls.__slotnames__ = names
    except TypeError:
        pass
    return names


_extension_registry = {}
_inverted_registry = {}
_extension_cache = {}


def add_extension(module, name, code):
    """Gives a global a number, by which protocol 2 names it."""
    code = int(code)
    if not 1 <= code <= 0x7fffffff:
        raise ValueError('code out of range')
    key = module, name
    if _extension_registry.get(key) == code and _inverted_registry.get(code) == key:
        return
    if key in _extension_registry:
        raise ValueError('key %s is already registered with code %s' % (key, _extension_registry[key]))
    if code in _inverted_registry:
        raise ValueError('code %s is already in use for key %s' % (code, _inverted_registry[code]))
    _extension_registry[key] = code
    _inverted_registry[code] = key


def remove_extension(module, name, code):
    """Takes the number away again. For tests."""
    key = module, name
    if _extension_registry.get(key) != code or _inverted_registry.get(code) != key:
        raise ValueError('key %s is not registered with code %s' % (key, code))
    del _extension_registry[key]
    del _inverted_registry[code]
    _extension_cache.pop(code, None)


def clear_extension_cache():
    _extension_cache.clear()
