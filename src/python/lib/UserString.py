"""Classes that are strings by holding one, to derive others from."""

import sys

__all__ = ['UserString', 'MutableString']


def _plain(value):
    return value.data if isinstance(value, UserString) else value


class UserString(object):
    """A string in its attribute `data`."""

    def __init__(self, seq):
        if isinstance(seq, basestring):
            self.data = seq
        elif isinstance(seq, UserString):
            self.data = seq.data[:]
        else:
            self.data = str(seq)

    def __str__(self):
        return str(self.data)

    def __repr__(self):
        return repr(self.data)

    def __int__(self):
        return int(self.data)

    def __long__(self):
        return long(self.data)

    def __float__(self):
        return float(self.data)

    def __complex__(self):
        return complex(self.data)

    def __hash__(self):
        return hash(self.data)

    def __cmp__(self, string):
        return cmp(self.data, _plain(string))

    def __contains__(self, char):
        return char in self.data

    def __len__(self):
        return len(self.data)

    def __getitem__(self, index):
        return self.__class__(self.data[index])

    def __getslice__(self, start, end):
        return self.__class__(self.data[max(start, 0):max(end, 0)])

    def __add__(self, other):
        return self.__class__(self.data + _text(other))

    def __radd__(self, other):
        return self.__class__(_text(other) + self.data)

    def __mul__(self, n):
        return self.__class__(self.data * n)

    __rmul__ = __mul__

    def __mod__(self, args):
        return self.__class__(self.data % args)

    def __iter__(self):
        at = 0
        try:
            while True:
                yield self[at]
                at += 1
        except IndexError:
            return

    def count(self, sub, start=0, end=sys.maxint):
        return self.data.count(sub, start, end)

    def find(self, sub, start=0, end=sys.maxint):
        return self.data.find(sub, start, end)

    def rfind(self, sub, start=0, end=sys.maxint):
        return self.data.rfind(sub, start, end)

    def index(self, sub, start=0, end=sys.maxint):
        return self.data.index(sub, start, end)

    def rindex(self, sub, start=0, end=sys.maxint):
        return self.data.rindex(sub, start, end)

    def startswith(self, prefix, start=0, end=sys.maxint):
        return self.data.startswith(prefix, start, end)

    def endswith(self, suffix, start=0, end=sys.maxint):
        return self.data.endswith(suffix, start, end)

    def replace(self, old, new, maxsplit=-1):
        return self.__class__(self.data.replace(old, new, maxsplit))

    def decode(self, *args):
        return self.__class__(self.data.decode(*args))

    def encode(self, *args):
        return self.__class__(self.data.encode(*args))


def _text(value):
    value = _plain(value)
    return value if isinstance(value, basestring) else str(value)


def _gives_string(name):
    def method(self, *args):
        return self.__class__(getattr(self.data, name)(*args))
    method.__name__ = name
    return method


def _gives_plain(name):
    def method(self, *args):
        return getattr(self.data, name)(*args)
    method.__name__ = name
    return method


for _name in 'capitalize center expandtabs ljust lower lstrip rjust rstrip strip swapcase title translate upper zfill'.split():
    setattr(UserString, _name, _gives_string(_name))
for _name in ('isalpha isalnum isdecimal isdigit islower isnumeric isspace istitle isupper join partition rpartition rsplit '
              'split splitlines').split():
    setattr(UserString, _name, _gives_plain(_name))
del _name


class MutableString(UserString):
    """A string whose characters can be changed, and which is no key therefore."""

    def __init__(self, string=''):
        self.data = string

    __hash__ = None

    def __setitem__(self, index, sub):
        if isinstance(index, slice):
            items = list(self.data)
            items[index] = _text(sub)
            self.data = ''.join(items)
            return
        index = self._place(index)
        self.data = self.data[:index] + sub + self.data[index + 1:]

    def __delitem__(self, index):
        if isinstance(index, slice):
            items = list(self.data)
            del items[index]
            self.data = ''.join(items)
            return
        index = self._place(index)
        self.data = self.data[:index] + self.data[index + 1:]

    def _place(self, index):
        if index < 0:
            index += len(self.data)
        if not 0 <= index < len(self.data):
            raise IndexError
        return index

    def __setslice__(self, start, end, sub):
        start = max(start, 0)
        end = max(end, 0)
        self.data = self.data[:start] + _text(sub) + self.data[end:]

    def __delslice__(self, start, end):
        self.data = self.data[:max(start, 0)] + self.data[max(end, 0):]

    def immutable(self):
        return UserString(self.data)

    def insert(self, index, value):
        self[index:index] = value

    def __iadd__(self, other):
        self.data += _text(other)
        return self

    def __imul__(self, n):
        self.data *= n
        return self
