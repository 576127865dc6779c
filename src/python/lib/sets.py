"""Sets as classes, from before `set` was built in.

NOT-PYTHON: its import warns nobody that it is out of date.
"""

__all__ = ['BaseSet', 'Set', 'ImmutableSet']


def _as_key(element):
    """What stands for an element in the dict: a set that can change is looked up by one that cannot."""
    return element._temporary() if isinstance(element, Set) else element


class BaseSet(object):
    """What both kinds of sets can do. The elements are the keys of a dict."""

    __slots__ = ['_data']

    def __init__(self):
        if self.__class__ is BaseSet:
            raise TypeError('BaseSet is an abstract class.  Use Set or ImmutableSet.')

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        return self._repr()

    __str__ = __repr__

    def _repr(self, sorted=False):
        elements = self._data.keys()
        if sorted:
            elements.sort()
        return '%s(%r)' % (self.__class__.__name__, elements)

    def __iter__(self):
        return self._data.iterkeys()

    def __cmp__(self, other):
        raise TypeError("can't compare sets using cmp()")

    def __eq__(self, other):
        return isinstance(other, BaseSet) and self._data == other._data

    def __ne__(self, other):
        return not self == other

    def copy(self):
        return self._made(self._data)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        made = self.__class__()
        memo[id(self)] = made
        for element in self:
            made._data[deepcopy(element, memo)] = True
        return made

    def _made(self, elements):
        """A set of the same class."""
        made = self.__class__()
        made._data.update(dict.fromkeys(elements, True))
        return made

    def __or__(self, other):
        return self.union(other) if isinstance(other, BaseSet) else NotImplemented

    def __and__(self, other):
        return self.intersection(other) if isinstance(other, BaseSet) else NotImplemented

    def __xor__(self, other):
        return self.symmetric_difference(other) if isinstance(other, BaseSet) else NotImplemented

    def __sub__(self, other):
        return self.difference(other) if isinstance(other, BaseSet) else NotImplemented

    def union(self, other):
        made = self._made(self._data)
        made._update(other)
        return made

    def intersection(self, other):
        if not isinstance(other, BaseSet):
            other = Set(other)
        return self._made([element for element in self._data if element in other._data])

    def symmetric_difference(self, other):
        if not isinstance(other, BaseSet):
            other = Set(other)
        return self._made([element for element in self._data if element not in other._data]
                          + [element for element in other._data if element not in self._data])

    def difference(self, other):
        if not isinstance(other, BaseSet):
            other = Set(other)
        return self._made([element for element in self._data if element not in other._data])

    def __contains__(self, element):
        return _as_key(element) in self._data

    def issubset(self, other):
        self._binary_sanity_check(other)
        return len(self) <= len(other) and all(element in other._data for element in self._data)

    def issuperset(self, other):
        self._binary_sanity_check(other)
        return other.issubset(self)

    __le__ = issubset
    __ge__ = issuperset

    def __lt__(self, other):
        self._binary_sanity_check(other)
        return len(self) < len(other) and self.issubset(other)

    def __gt__(self, other):
        self._binary_sanity_check(other)
        return len(self) > len(other) and self.issuperset(other)

    __hash__ = None

    def _binary_sanity_check(self, other):
        if not isinstance(other, BaseSet):
            raise TypeError('Binary operation only permitted between sets')

    def _compute_hash(self):
        result = 0
        for element in self:
            result ^= hash(element)
        return result

    def _update(self, iterable):
        data = self._data
        if isinstance(iterable, BaseSet):
            data.update(iterable._data)
            return
        for element in iterable:
            data[_frozen(element)] = True


def _frozen(element):
    """What is kept for an element: of a set that can change, a copy that cannot."""
    return ImmutableSet(element) if isinstance(element, Set) else element


class ImmutableSet(BaseSet):
    """A set that never changes, and so can be an element or a key."""

    __slots__ = ['_hashcode']

    def __init__(self, iterable=None):
        self._hashcode = None
        self._data = {}
        if iterable is not None:
            self._update(iterable)

    def __hash__(self):
        if self._hashcode is None:
            self._hashcode = self._compute_hash()
        return self._hashcode

    def __getstate__(self):
        return self._data, self._hashcode

    def __setstate__(self, state):
        self._data, self._hashcode = state


class Set(BaseSet):
    """A set that can change."""

    __slots__ = []

    def __init__(self, iterable=None):
        self._data = {}
        if iterable is not None:
            self._update(iterable)

    def __getstate__(self):
        return self._data,

    def __setstate__(self, data):
        self._data, = data

    def _temporary(self):
        """Something that is found where an immutable set with the same elements is."""
        return ImmutableSet(self)

    def __ior__(self, other):
        self._binary_sanity_check(other)
        self._data.update(other._data)
        return self

    def __iand__(self, other):
        self._binary_sanity_check(other)
        self._data = (self & other)._data
        return self

    def __ixor__(self, other):
        self._binary_sanity_check(other)
        self.symmetric_difference_update(other)
        return self

    def __isub__(self, other):
        self._binary_sanity_check(other)
        self.difference_update(other)
        return self

    def union_update(self, other):
        self._update(other)

    update = union_update

    def intersection_update(self, other):
        self._data = self.intersection(other)._data

    def symmetric_difference_update(self, other):
        self._data = self.symmetric_difference(other)._data

    def difference_update(self, other):
        self._data = self.difference(other)._data

    def clear(self):
        self._data.clear()

    def add(self, element):
        self._data[_frozen(element)] = True

    def remove(self, element):
        del self._data[_as_key(element)]

    def discard(self, element):
        if element in self:
            self.remove(element)

    def pop(self):
        return self._data.popitem()[0]
