"""The two containers of `collections` that CPython writes in C: `deque` and `defaultdict`."""


class defaultdict(dict):
    """A dict that makes the values it is asked for and does not have."""

    def __init__(*args, **items):
        self = args[0]
        self.default_factory = args[1] if len(args) > 1 else None
        if self.default_factory is not None and not callable(self.default_factory):
            raise TypeError('first argument must be callable or None')
        dict.__init__(self, *args[2:], **items)

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        return 'defaultdict(%r, %s)' % (self.default_factory, dict.__repr__(self))

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, self.iteritems()


class deque(object):
    """A double-ended queue. The items lie in one list, the left end first."""

    # `_turn` counts the changes that leave the length as it was: who walks the deque notices them.
    __slots__ = '_items', '_maxlen', '_turn'

    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, (int, long)):
                raise TypeError('an integer is required')
            if maxlen < 0:
                raise ValueError('maxlen must be non-negative')
            if maxlen > 9223372036854775807:
                raise OverflowError('long int too large to convert to int')
        self._items = []
        self._maxlen = maxlen
        self._turn = 0
        self.extend(iterable)

    maxlen = property(lambda self: self._maxlen)

    def append(self, item):
        self._items.append(item)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            del self._items[0]
            self._turn += 1

    def appendleft(self, item):
        self._items.insert(0, item)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            del self._items[-1]
            self._turn += 1

    def extend(self, iterable):
        if self._maxlen is None:
            self._items.extend(self._items[:] if iterable is self else iterable)
        else:
            for item in list(iterable):
                self.append(item)

    def extendleft(self, iterable):
        for item in list(iterable):
            self.appendleft(item)

    def pop(self):
        if not self._items:
            raise IndexError('pop from an empty deque')
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError('pop from an empty deque')
        return self._items.pop(0)

    def clear(self):
        del self._items[:]

    def count(self, item):
        return self._items.count(item)

    def remove(self, item):
        for at, each in enumerate(self._items):
            if each is item or each == item:
                del self._items[at]
                return
        raise ValueError('deque.remove(x): x not in deque')

    def reverse(self):
        self._items.reverse()

    def rotate(self, n=1):
        if isinstance(n, float):
            raise TypeError('integer argument expected, got float')
        if not isinstance(n, (int, long)):
            raise TypeError('an integer is required')
        self._turn += 1
        if self._items:
            n = -n % len(self._items)
            self._items[:] = self._items[n:] + self._items[:n]

    def __copy__(self):
        return type(self)(self._items, self._maxlen)

    def __reduce__(self):
        items = list(self)
        if hasattr(self, '__dict__'):
            own = deque.__slots__
            state = dict([(name, value) for name, value in self.__dict__.iteritems() if name not in own])
            return type(self), (items, self._maxlen), state
        return type(self), (items,) if self._maxlen is None else (items, self._maxlen)

    def __iter__(self):
        items = self._items
        size, turn = len(items), self._turn
        for item in items:
            yield item
            if len(items) != size or self._turn != turn:
                raise RuntimeError('deque mutated during iteration')

    def __reversed__(self):
        return reversed(self._items)

    __hash__ = None

    def __len__(self):
        return len(self._items)

    def __contains__(self, item):
        return item in self._items

    def __getitem__(self, index):
        return self._items[self._place(index)]

    def __setitem__(self, index, item):
        self._items[self._place(index)] = item

    def __delitem__(self, index):
        del self._items[self._place(index)]

    def _place(self, index):
        if not isinstance(index, (int, long)):
            raise TypeError("sequence index must be integer, not '%s'" % type(index).__name__)
        if not -len(self._items) <= index < len(self._items):
            raise IndexError('deque index out of range')
        return index

    def __iadd__(self, iterable):
        self.extend(iterable)
        return self

    def __repr__(self):
        # A deque that holds itself shows that as [...], like a list.
        if self in _shown:
            return '[...]'
        _shown.append(self)
        try:
            items = repr(self._items)
        finally:
            _shown.pop()
        if self._maxlen is None:
            return 'deque(%s)' % items
        return 'deque(%s, maxlen=%d)' % (items, self._maxlen)

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, deque) else NotImplemented

    def __ne__(self, other):
        return self._items != other._items if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, deque) else NotImplemented


class _Identities(list):
    """A list that knows its items by identity, whatever `==` says."""

    def __contains__(self, wanted):
        for item in self:
            if item is wanted:
                return True
        return False


_shown = _Identities()

# Shown by the names that CPython's types have.
for _type in deque, defaultdict:
    _type.__name__ = 'collections.' + _type.__name__
    _type.__module__ = '__builtin__'
