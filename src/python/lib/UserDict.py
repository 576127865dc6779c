"""Classes that are dicts by holding one, to derive others from."""


class UserDict:
    """A dict in its attribute `data`."""

    def __init__(*args, **items):
        if not args:
            raise TypeError("descriptor '__init__' of 'UserDict' object needs an argument")
        if len(args) > 2:
            raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
        self = args[0]
        given = args[1] if len(args) > 1 else None
        if given is None and 'dict' in items:
            given = items.pop('dict')
        self.data = {}
        if given is not None:
            self.update(given)
        if items:
            self.update(items)

    def __repr__(self):
        return repr(self.data)

    def __cmp__(self, dict):
        return cmp(self.data, dict.data if isinstance(dict, UserDict) else dict)

    __hash__ = None

    def __len__(self):
        return len(self.data)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(self.__class__, '__missing__'):
            return self.__class__.__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def has_key(self, key):
        return key in self.data

    def clear(self):
        self.data.clear()

    def copy(self):
        if self.__class__ is UserDict:
            return UserDict(self.data.copy())
        from copy import copy
        # What a derived class has besides the items is copied as it is.
        data = self.data
        try:
            self.data = {}
            made = copy(self)
        finally:
            self.data = data
        made.update(self)
        return made

    def keys(self):
        return self.data.keys()

    def values(self):
        return self.data.values()

    def items(self):
        return self.data.items()

    def iterkeys(self):
        return self.data.iterkeys()

    def itervalues(self):
        return self.data.itervalues()

    def iteritems(self):
        return self.data.iteritems()

    def get(self, key, failobj=None):
        return self[key] if key in self else failobj

    def setdefault(self, key, failobj=None):
        if key not in self:
            self[key] = failobj
        return self[key]

    def pop(self, key, *args):
        return self.data.pop(key, *args)

    def popitem(self):
        return self.data.popitem()

    def update(*args, **items):
        if not args:
            raise TypeError("descriptor 'update' of 'UserDict' object needs an argument")
        if len(args) > 2:
            raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
        self = args[0]
        given = args[1] if len(args) > 1 else None
        if given is None and 'dict' in items:
            given = items.pop('dict')
        if isinstance(given, UserDict):
            self.data.update(given.data)
        elif isinstance(given, dict) or not hasattr(given, 'items'):
            if given is not None:
                self.data.update(given)
        else:
            for key, value in given.items():
                self[key] = value
        if items:
            self.data.update(items)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made


class IterableUserDict(UserDict):
    """One that can be iterated over."""

    def __iter__(self):
        return iter(self.data)


class DictMixin:
    """All methods of a dict for a class that has `__getitem__`, `__setitem__`, `__delitem__` and `keys`."""

    def __iter__(self):
        for key in self.keys():
            yield key

    def has_key(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __contains__(self, key):
        return self.has_key(key)

    def iterkeys(self):
        return self.__iter__()

    def iteritems(self):
        for key in self:
            yield key, self[key]

    def itervalues(self):
        for _, value in self.iteritems():
            yield value

    def values(self):
        return [value for _, value in self.iteritems()]

    def items(self):
        return list(self.iteritems())

    def clear(self):
        for key in self.keys():
            del self[key]

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
        return default

    def pop(self, key, *args):
        if len(args) > 1:
            raise TypeError('pop expected at most 2 arguments, got ' + repr(1 + len(args)))
        try:
            value = self[key]
        except KeyError:
            if args:
                return args[0]
            raise
        del self[key]
        return value

    def popitem(self):
        try:
            key, value = self.iteritems().next()
        except StopIteration:
            raise KeyError('container is empty')
        del self[key]
        return key, value

    def update(self, other=None, **items):
        if other is None:
            pass
        elif hasattr(other, 'iteritems'):
            for key, value in other.iteritems():
                self[key] = value
        elif hasattr(other, 'keys'):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        if items:
            self.update(items)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __repr__(self):
        return repr(dict(self.iteritems()))

    def __cmp__(self, other):
        if other is None:
            return 1
        if isinstance(other, DictMixin):
            other = dict(other.iteritems())
        return cmp(dict(self.iteritems()), other)

    def __len__(self):
        return len(self.keys())
