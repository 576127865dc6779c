"""References that do not keep their object alive.

NOT-PYTHON: objects are not counted here, and no program sees one go. What these references lead to stays alive, and their callbacks are never called.
"""

import operator as _operator
import types as _types

from UserDict import UserDict as _UserDict

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceError', 'ReferenceType',
           'ProxyType', 'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet']

ReferenceError = ReferenceError

# By the id of an object: the references to it, the object with them.
_known = {}

_referable = (_types.FunctionType, _types.MethodType, _types.GeneratorType, _types.InstanceType, _types.ClassType, type, set,
              frozenset, file)


def _check(object):
    """TypeError for an object that has no place for references."""
    cls = type(object)
    if isinstance(object, _referable):
        return
    own = [each for each in cls.__mro__ if type.__repr__(each).startswith('<class ')]
    for each in own:
        slots = each.__dict__.get('__slots__')
        if slots is None or '__weakref__' in ((slots,) if isinstance(slots, basestring) else slots):
            return
    if own or cls.__module__ in ('__builtin__', 'exceptions'):
        name = cls.__name__ if cls.__module__ != 'exceptions' else 'exceptions.' + cls.__name__
        raise TypeError("cannot create weak reference to '%s' object" % name)


class ref(object):
    """A reference: a call gives the object."""

    def __new__(*args):
        if not 2 <= len(args) <= 3:
            raise TypeError('__new__ expected at %s arguments, got %d'
                            % ('least 1' if len(args) < 2 else 'most 2', len(args) - 1))
        cls, target = args[:2]
        _check(target)
        references = _known.setdefault(id(target), (target, []))[1]
        plain = len(args) < 3 or args[2] is None
        if cls is ref and plain:
            for each in references:
                if type(each) is ref and each._plain:
                    return each
        self = object.__new__(cls)
        self._target = target
        self._plain = plain
        references.append(self)
        return self

    def __init__(self, object, callback=None):
        pass

    def __call__(self):
        return self._target

    def __eq__(self, other):
        return self._target == other._target if isinstance(other, ref) else NotImplemented

    def __ne__(self, other):
        return self._target != other._target if isinstance(other, ref) else NotImplemented

    def __hash__(self):
        return hash(self._target)

    def __repr__(self):
        name = getattr(self._target, '__name__', None)
        shown = ' (%s)' % name if isinstance(name, str) else ''
        return '<weakref at %s; to %r at %s%s>' % (_address(self), type(self._target).__name__, _address(self._target), shown)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __reduce_ex__(self, protocol):
        raise TypeError("can't pickle weakref objects")


ReferenceType = ref


def _address(object):
    return '0x%x' % id(object)


def getweakrefcount(object):
    """How many references lead to an object."""
    return len(getweakrefs(object))


def getweakrefs(object):
    """The references that lead to an object."""
    return _known.get(id(object), (object, []))[1][:]


def _target(value):
    return object.__getattribute__(value, '_target') if type(value) in ProxyTypes else value


class _Proxy(object):
    """Does as its object does."""

    def __init__(self, target):
        object.__setattr__(self, '_target', target)

    __class__ = property(lambda self: _target(self).__class__)

    def __getattribute__(self, name):
        return getattr(object.__getattribute__(self, '_target'), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)

    def __repr__(self):
        return '<weakproxy at %s to %s at %s>' % (_address(self), type(_target(self)).__name__, _address(_target(self)))

    def __str__(self):
        return str(_target(self))

    def __unicode__(self):
        return unicode(_target(self))

    def __nonzero__(self):
        return bool(_target(self))

    def __iter__(self):
        return iter(_target(self))

    def next(self):
        return _target(self).next()

    def __cmp__(self, other):
        return cmp(_target(self), _target(other))

    def __coerce__(self, other):
        return NotImplemented

    def __hash__(self):
        raise TypeError("unhashable type: '%s'" % type(self).__name__)


def _forward(name):
    function = getattr(_operator, name, None) or _functions[name]
    return lambda self, *args: function(_target(self), *map(_target, args))


def _forward_reflected(name):
    function = getattr(_operator, name, None) or _functions[name]
    return lambda self, other: function(_target(other), _target(self))


_functions = {'__len__': len, '__int__': int, '__long__': long, '__float__': float, '__divmod__': divmod, '__index__': lambda x: x.__index__()}

for _name in 'add sub mul div floordiv truediv mod divmod pow lshift rshift and or xor'.split():
    setattr(_Proxy, '__%s__' % _name, _forward('__%s__' % _name))
    setattr(_Proxy, '__r%s__' % _name, _forward_reflected('__%s__' % _name))
for _name in ('lt le eq ne gt ge neg pos abs invert iadd isub imul idiv ifloordiv itruediv imod ipow ilshift irshift iand ior '
              'ixor len int long float contains getitem setitem delitem getslice setslice delslice index').split():
    setattr(_Proxy, '__%s__' % _name, _forward('__%s__' % _name))
del _name


class weakproxy(_Proxy):
    pass


class weakcallableproxy(_Proxy):
    def __call__(self, *args, **keywords):
        return _target(self)(*args, **keywords)


ProxyType = weakproxy
CallableProxyType = weakcallableproxy
ProxyTypes = ProxyType, CallableProxyType


def proxy(object, callback=None):
    """Something that does as the object does."""
    _check(object)
    references = _known.setdefault(id(object), (object, []))[1]
    if callback is None:
        for each in references:
            if type(each) in ProxyTypes:
                return each
    made = (weakcallableproxy if callable(object) else weakproxy)(object)
    references.append(made)
    return made


class WeakValueDictionary(_UserDict):
    """A dict whose values are referred to."""

    def __init__(self, *args, **items):
        if len(args) > 1:
            raise TypeError('expected at most 1 arguments, got %d' % len(args))
        _UserDict.__init__(self, *args, **items)

    def __setitem__(self, key, value):
        _check(value)
        self.data[key] = value

    def __getitem__(self, key):
        return self.data[key]

    def update(self, dict=None, **items):
        if dict is not None:
            if not hasattr(dict, 'items'):
                dict = _dict(dict)
            for key, value in dict.items():
                self[key] = value
        for key, value in items.items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self.data:
            self[key] = default
        return self.data[key]

    def __iter__(self):
        return self.data.iterkeys()

    def valuerefs(self):
        return [ref(value) for value in self.data.values()]

    def itervaluerefs(self):
        return iter(self.valuerefs())

    def copy(self):
        return WeakValueDictionary(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        for key, value in self.data.items():
            made[deepcopy(key, memo)] = value
        return made

    def __repr__(self):
        return '<WeakValueDictionary at %s>' % id(self)


class WeakKeyDictionary(_UserDict):
    """A dict whose keys are referred to."""

    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def __setitem__(self, key, value):
        self.data[ref(key)] = value

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __contains__(self, key):
        try:
            return ref(key) in self.data
        except TypeError:
            return False

    has_key = __contains__

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def update(self, dict=None, **items):
        if dict is not None:
            if not hasattr(dict, 'items'):
                dict = _dict(dict)
            for key, value in dict.items():
                self[key] = value
        if items:
            self.update(items)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        key, value = self.data.popitem()
        return key(), value

    def __iter__(self):
        return self.iterkeys()

    def iterkeys(self):
        for key in self.data:
            yield key()

    def iteritems(self):
        for key, value in self.data.iteritems():
            yield key(), value

    def keys(self):
        return list(self.iterkeys())

    def items(self):
        return list(self.iteritems())

    def keyrefs(self):
        return self.data.keys()

    def iterkeyrefs(self):
        return self.data.iterkeys()

    def copy(self):
        return WeakKeyDictionary(self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        for key, value in self.iteritems():
            made[key] = deepcopy(value, memo)
        return made

    def __repr__(self):
        return '<WeakKeyDictionary at %s>' % id(self)


_dict = dict


class WeakSet(object):
    """A set whose items are referred to."""

    def __init__(self, data=None):
        self.data = set()
        if data is not None:
            self.update(data)

    def __iter__(self):
        for item in self.data:
            yield item()

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            return ref(item) in self.data
        except TypeError:
            return False

    def add(self, item):
        self.data.add(ref(item))

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        if not self.data:
            raise KeyError('pop from empty WeakSet')
        return self.data.pop()()

    def update(self, other):
        for item in other:
            self.add(item)

    def __ior__(self, other):
        self.update(other)
        return self

    def difference_update(self, other):
        self.data -= set(map(ref, other))

    def intersection_update(self, other):
        self.data &= set(map(ref, other))

    def symmetric_difference_update(self, other):
        self.data ^= set(map(ref, other))

    def __isub__(self, other):
        self.difference_update(other)
        return self

    def __iand__(self, other):
        self.intersection_update(other)
        return self

    def __ixor__(self, other):
        self.symmetric_difference_update(other)
        return self

    def _with(self, update, other):
        made = self.copy()
        update(made, other)
        return made

    def union(self, other):
        return self._with(WeakSet.update, other)

    def difference(self, other):
        return self._with(WeakSet.difference_update, other)

    def intersection(self, other):
        return self._with(WeakSet.intersection_update, other)

    def symmetric_difference(self, other):
        return self._with(WeakSet.symmetric_difference_update, other)

    __or__ = union
    __sub__ = difference
    __and__ = intersection
    __xor__ = symmetric_difference

    def issubset(self, other):
        return self.data.issubset(map(ref, other))

    def issuperset(self, other):
        return self.data.issuperset(map(ref, other))

    def isdisjoint(self, other):
        return not self.intersection(other)

    __le__ = issubset
    __ge__ = issuperset

    def __lt__(self, other):
        return self.data < set(map(ref, other))

    def __gt__(self, other):
        return self.data > set(map(ref, other))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self.data == set(map(ref, other))

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = None
