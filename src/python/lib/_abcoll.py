"""What containers can do, as abstract base classes: what a class has to define, and what it gets for that.

The first six ask a class for its methods, wherever they come from. The others are joined: the built-in types are registered at the
end of this file, a learner's class derives from them.
"""

from abc import ABCMeta, abstractmethod

__all__ = ['Hashable', 'Iterable', 'Iterator', 'Sized', 'Container', 'Callable', 'Set', 'MutableSet', 'Mapping', 'MutableMapping',
           'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence', 'MutableSequence']


def _defines(cls, name):
    """Is `name` in the class or in one of its bases, and not taken back with None?"""
    for each in getattr(cls, '__mro__', None) or _old_order(cls):
        if name in each.__dict__:
            return each.__dict__[name] is not None
    return False


def _old_order(cls):
    """An old-style class and its bases."""
    found = [cls]
    for base in getattr(cls, '__bases__', ()):
        found += _old_order(base)
    return found


def _answer(cls, wanted, subclass, names):
    """What the hook of `wanted` says of a subclass; classes that derive from it are asked in the usual way."""
    if cls is not wanted:
        return NotImplemented
    for name in names:
        if not _defines(subclass, name):
            return NotImplemented
    return True


class Hashable:
    __metaclass__ = ABCMeta

    @abstractmethod
    def __hash__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is not Hashable:
            return NotImplemented
        if not hasattr(subclass, '__mro__'):
            return True if _defines(subclass, '__hash__') else NotImplemented
        for each in subclass.__mro__:
            if '__hash__' in each.__dict__:
                return True if each.__dict__['__hash__'] is not None else NotImplemented
        # Every object has one.
        return True


class Iterable:
    __metaclass__ = ABCMeta

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    @classmethod
    def __subclasshook__(cls, subclass):
        return _answer(cls, Iterable, subclass, ('__iter__',))


Iterable.register(str)


class Iterator(Iterable):

    @abstractmethod
    def next(self):
        """The next value; StopIteration when there is none."""
        raise StopIteration

    def __iter__(self):
        return self

    @classmethod
    def __subclasshook__(cls, subclass):
        return _answer(cls, Iterator, subclass, ('next', '__iter__'))


class Sized:
    __metaclass__ = ABCMeta

    @abstractmethod
    def __len__(self):
        return 0

    @classmethod
    def __subclasshook__(cls, subclass):
        return _answer(cls, Sized, subclass, ('__len__',))


class Container:
    __metaclass__ = ABCMeta

    @abstractmethod
    def __contains__(self, x):
        return False

    @classmethod
    def __subclasshook__(cls, subclass):
        return _answer(cls, Container, subclass, ('__contains__',))


class Callable:
    __metaclass__ = ABCMeta

    @abstractmethod
    def __call__(self, *args, **kwds):
        return False

    @classmethod
    def __subclasshook__(cls, subclass):
        return _answer(cls, Callable, subclass, ('__call__',))


class Set(Sized, Iterable, Container):
    """A set that may be looked into: from `in`, `len` and going through it come the comparisons and `& | - ^`."""

    def __le__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) <= len(other) and all(value in other for value in self)

    def __lt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) < len(other) and self.__le__(other)

    def __ge__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) >= len(other) and all(value in self for value in other)

    def __gt__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) > len(other) and self.__ge__(other)

    def __eq__(self, other):
        if not isinstance(other, Set):
            return NotImplemented
        return len(self) == len(other) and self.__le__(other)

    def __ne__(self, other):
        return not self == other

    @classmethod
    def _from_iterable(cls, it):
        """A set of the same kind with those values; for classes whose __init__ takes something else."""
        return cls(it)

    def __and__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for value in other if value in self)

    __rand__ = __and__

    def isdisjoint(self, other):
        """Have the two no value in common?"""
        for value in other:
            if value in self:
                return False
        return True

    def __or__(self, other):
        if not isinstance(other, Iterable):
            return NotImplemented
        return self._from_iterable(value for part in (self, other) for value in part)

    __ror__ = __or__

    def __sub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable(value for value in self if value not in other)

    def __rsub__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return self._from_iterable(value for value in other if value not in self)

    def __xor__(self, other):
        if not isinstance(other, Set):
            if not isinstance(other, Iterable):
                return NotImplemented
            other = self._from_iterable(other)
        return (self - other) | (other - self)

    __rxor__ = __xor__

    # A set may change: what does not says so, and may use `_hash`.
    __hash__ = None

    def _hash(self):
        """The hash that a frozenset of the same values has."""
        return hash(frozenset(self))


Set.register(frozenset)


class MutableSet(Set):
    """A set that may be changed: from `add` and `discard` come the other ways."""

    @abstractmethod
    def add(self, value):
        """Puts a value in."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Takes a value out, if it is there."""
        raise NotImplementedError

    def remove(self, value):
        """Takes a value out; KeyError when it is not there."""
        if value not in self:
            raise KeyError(value)
        self.discard(value)

    def pop(self):
        """Takes some value out and gives it; KeyError when there is none."""
        for value in self:
            self.discard(value)
            return value
        raise KeyError

    def clear(self):
        """Takes all values out, one by one."""
        while len(self):
            self.pop()

    def __ior__(self, it):
        for value in it:
            self.add(value)
        return self

    def __iand__(self, it):
        for value in (self - it):
            self.discard(value)
        return self

    def __ixor__(self, it):
        if it is self:
            self.clear()
            return self
        if not isinstance(it, Set):
            it = self._from_iterable(it)
        for value in it:
            if value in self:
                self.discard(value)
            else:
                self.add(value)
        return self

    def __isub__(self, it):
        if it is self:
            self.clear()
            return self
        for value in it:
            self.discard(value)
        return self


MutableSet.register(set)


class Mapping(Sized, Iterable, Container):
    """A dictionary that may be looked into: from `[]`, `len` and going through it come the other ways of asking."""

    def get(self, key, default=None):
        """The value of the key, or the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def iterkeys(self):
        """Goes through the keys."""
        return iter(self)

    def itervalues(self):
        """Goes through the values."""
        for key in self:
            yield self[key]

    def iteritems(self):
        """Goes through the pairs of a key and its value."""
        for key in self:
            yield (key, self[key])

    def keys(self):
        """The keys as a list."""
        return list(self)

    def items(self):
        """The pairs of a key and its value, as a list."""
        return [(key, self[key]) for key in self]

    def values(self):
        """The values as a list."""
        return [self[key] for key in self]

    # A mapping may change: what does not says so.
    __hash__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __eq__(self, other):
        if not isinstance(other, Mapping):
            return NotImplemented
        return dict(self.items()) == dict(other.items())

    def __ne__(self, other):
        return not (self == other)


class MappingView(Sized):
    """A look at a mapping that changes as the mapping does."""

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return '%s(%r)' % (self.__class__.__name__, self._mapping)


class KeysView(MappingView, Set):

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        for key in self._mapping:
            yield key


class ItemsView(MappingView, Set):

    @classmethod
    def _from_iterable(cls, it):
        return set(it)

    def __contains__(self, item):
        key, value = item
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return found == value

    def __iter__(self):
        for key in self._mapping:
            yield (key, self._mapping[key])


class ValuesView(MappingView):

    def __contains__(self, value):
        for key in self._mapping:
            if value == self._mapping[key]:
                return True
        return False

    def __iter__(self):
        for key in self._mapping:
            yield self._mapping[key]


KeysView.register(type({}.viewkeys()))
ItemsView.register(type({}.viewitems()))
ValuesView.register(type({}.viewvalues()))

_absent = object()


class MutableMapping(Mapping):
    """A dictionary that may be changed: from `[] =` and `del` come the other ways."""

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_absent):
        """Takes a key out and gives its value; without the key the default, or else KeyError."""
        try:
            value = self[key]
        except KeyError:
            if default is _absent:
                raise
            return default
        del self[key]
        return value

    def popitem(self):
        """Takes some key out and gives it with its value; KeyError when there is none."""
        for key in self:
            value = self[key]
            del self[key]
            return key, value
        raise KeyError

    def clear(self):
        """Takes all keys out, one by one."""
        while len(self):
            self.popitem()

    def update(*args, **kwds):
        """Puts in what is in a mapping or a list of pairs, then the values given by name."""
        if not args:
            raise TypeError("descriptor 'update' of 'MutableMapping' object needs an argument")
        if len(args) > 2:
            raise TypeError('update expected at most 1 arguments, got %d' % (len(args) - 1))
        self = args[0]
        if len(args) == 2:
            _take(self, args[1])
        for key, value in kwds.items():
            self[key] = value

    def setdefault(self, key, default=None):
        """The value of the key, which has the default from now on when it had none."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default


def _take(mapping, other):
    """Puts into the mapping what is in another, or in a list of pairs."""
    if isinstance(other, Mapping) or hasattr(other, 'keys'):
        for key in other if isinstance(other, Mapping) else other.keys():
            mapping[key] = other[key]
        return
    for key, value in other:
        mapping[key] = value


MutableMapping.register(dict)


class Sequence(Sized, Iterable, Container):
    """Numbered values that may be looked at: from `[]` and `len` come the other ways of asking."""

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        at = 0
        try:
            while True:
                yield self[at]
                at += 1
        except IndexError:
            return

    def __contains__(self, value):
        for each in self:
            if each is value or each == value:
                return True
        return False

    def __reversed__(self):
        for at in reversed(range(len(self))):
            yield self[at]

    def index(self, value):
        """The first place of the value; ValueError when it is not there."""
        for at, each in enumerate(self):
            if each is value or each == value:
                return at
        raise ValueError

    def count(self, value):
        """How often the value is there."""
        return sum(1 for each in self if each is value or each == value)


Sequence.register(tuple)
Sequence.register(basestring)
Sequence.register(buffer)
Sequence.register(xrange)


class MutableSequence(Sequence):
    """Numbered values that may be changed: from `[] =`, `del` and `insert` come the other ways."""

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Puts a value before the place."""
        raise IndexError

    def append(self, value):
        """Puts a value at the end."""
        self.insert(len(self), value)

    def reverse(self):
        """Turns the order round."""
        length = len(self)
        for at in range(length // 2):
            self[at], self[length - at - 1] = self[length - at - 1], self[at]

    def extend(self, values):
        """Puts the values at the end."""
        if values is self:
            values = list(values)
        for value in values:
            self.append(value)

    def pop(self, index=-1):
        """Takes the value at a place out and gives it, the last one when no place is given."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Takes the first such value out; ValueError when it is not there."""
        del self[self.index(value)]

    def __iadd__(self, values):
        self.extend(values)
        return self


MutableSequence.register(list)
