"""Iterators over iterators, taken one item at a time.

Each is a class whose instances walk a generator of their own: a `for` loop runs the generator itself.
"""


class _Iterator(object):
    """What the iterators share. `_steps` is the generator that gives the items."""

    def __iter__(self):
        return self._steps

    def next(self):
        return self._steps.next()


def _whole(value):
    """The value as C functions take a whole number: TypeError for one that is none."""
    if isinstance(value, float):
        raise TypeError('integer argument expected, got float')
    if isinstance(value, complex):
        raise TypeError("can't convert complex to int")
    if not isinstance(value, (int, long)):
        raise TypeError('an integer is required')
    if not -9223372036854775808 <= value < 9223372036854775808:
        raise OverflowError('Python int too large to convert to C long')
    return value


class count(_Iterator):
    """start, start + step, start + 2 * step, ..."""

    def __init__(self, start=0, step=1):
        for each in start, step:
            if not hasattr(each, '__add__') or isinstance(each, (basestring, list, tuple)):
                raise TypeError('a number is required')
        self._next = int(start) if isinstance(start, bool) else start
        self._step = step
        self._steps = self._walk()

    def _walk(self):
        while True:
            value = self._next
            self._next = value + self._step
            yield value

    def __reduce__(self):
        return count, (self._next,) if type(self._step) is int and self._step == 1 else (self._next, self._step)

    def __repr__(self):
        if self._step == 1 and isinstance(self._step, int):
            return 'count(%r)' % (self._next,)
        return 'count(%r, %r)' % (self._next, self._step)


class cycle(_Iterator):
    """The items again and again."""

    def __init__(self, iterable):
        self._steps = self._walk(iter(iterable))

    def _walk(self, items):
        seen = []
        for item in items:
            yield item
            seen.append(item)
        while seen:
            for item in seen:
                yield item


_for_ever = object()


class repeat(_Iterator):
    """One object, for ever or so many times."""

    def __init__(self, object, times=_for_ever):
        self._object = object
        self._left = None if times is _for_ever else max(0, _whole(times))
        self._steps = self._walk()

    def _walk(self):
        while self._left is None:
            yield self._object
        while self._left > 0:
            self._left -= 1
            yield self._object

    def __len__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        if self._left is None:
            return 'repeat(%r)' % (self._object,)
        return 'repeat(%r, %d)' % (self._object, self._left)


class chain(_Iterator):
    """The items of one iterable after the other."""

    def __init__(self, *iterables):
        self._steps = self._walk(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made._steps = made._walk(iter(iterables))
        return made

    def _walk(self, iterables):
        for iterable in iterables:
            for item in iterable:
                yield item


class izip(_Iterator):
    """Tuples of one item of each, until the shortest ends."""

    def __init__(self, *iterables):
        self._steps = self._walk([_iterator('izip', at, iterable) for at, iterable in enumerate(iterables)])

    def _walk(self, iterators):
        while iterators:
            yield tuple([iterator.next() for iterator in iterators])


def _iterator(name, at, iterable):
    try:
        return iter(iterable)
    except TypeError:
        raise TypeError('%s argument #%d must support iteration' % (name, at + 1))


class izip_longest(_Iterator):
    """Tuples of one item of each, until the longest ends."""

    def __init__(self, *iterables, **options):
        fill = options.pop('fillvalue', None)
        if options:
            raise TypeError('izip_longest() got an unexpected keyword argument')
        self._steps = self._walk([_iterator('izip_longest', at, each) for at, each in enumerate(iterables)], fill)

    def _walk(self, iterators, fill):
        missing = object()
        while True:
            row = [next(iterator, missing) for iterator in iterators]
            if all(item is missing for item in row):
                return
            yield tuple([fill if item is missing else item for item in row])


class imap(_Iterator):
    """What the function makes of one item of each, until the shortest ends."""

    def __init__(self, *arguments):
        if len(arguments) < 2:
            raise TypeError('imap() must have at least two arguments.')
        function, iterables = arguments[0], arguments[1:]
        self._steps = self._walk(function, map(iter, iterables))

    def _walk(self, function, iterators):
        while True:
            row = [iterator.next() for iterator in iterators]
            yield tuple(row) if function is None else function(*row)


class starmap(_Iterator):
    """What the function makes of each tuple of arguments."""

    def __init__(self, function, iterable):
        self._steps = self._walk(function, iter(iterable))

    def _walk(self, function, items):
        for arguments in items:
            yield function(*tuple(arguments))


class ifilter(_Iterator):
    """The items for which the predicate holds."""

    def __init__(self, predicate, iterable):
        self._steps = self._walk(bool if predicate is None else predicate, iter(iterable))

    def _walk(self, predicate, items):
        for item in items:
            if predicate(item):
                yield item


class ifilterfalse(_Iterator):
    """The items for which the predicate does not hold."""

    def __init__(self, predicate, iterable):
        self._steps = self._walk(bool if predicate is None else predicate, iter(iterable))

    def _walk(self, predicate, items):
        for item in items:
            if not predicate(item):
                yield item


class takewhile(_Iterator):
    """The items before the first for which the predicate does not hold."""

    def __init__(self, predicate, iterable):
        self._steps = self._walk(predicate, iter(iterable))

    def _walk(self, predicate, items):
        for item in items:
            if not predicate(item):
                return
            yield item


class dropwhile(_Iterator):
    """The items from the first on for which the predicate does not hold."""

    def __init__(self, predicate, iterable):
        self._steps = self._walk(predicate, iter(iterable))

    def _walk(self, predicate, items):
        for item in items:
            if not predicate(item):
                yield item
                break
        for item in items:
            yield item


class compress(_Iterator):
    """The items whose selector is true."""

    def __init__(self, data, selectors):
        self._steps = self._walk(iter(data), iter(selectors))

    def _walk(self, data, selectors):
        for item in data:
            if selectors.next():
                yield item


class islice(_Iterator):
    """What a slice of the items would hold."""

    def __init__(self, *arguments):
        if not 2 <= len(arguments) <= 4:
            wanted = 'at least 2' if len(arguments) < 2 else 'at most 4'
            raise TypeError('islice expected %s arguments, got %d' % (wanted, len(arguments)))
        iterable, bounds = arguments[0], arguments[1:]
        if len(bounds) == 1:
            bounds = (None,) + bounds
        start, stop, step = (bounds + (None,))[:3]
        if isinstance(start, float):
            start = int(start)
        if isinstance(stop, float):
            stop = int(stop)
        if not _is_bound(stop):
            if len(bounds) == 2 and bounds[0] is None or not isinstance(stop, (int, long)):
                raise ValueError('Stop argument for islice() must be None or an integer: 0 <= x <= maxint.')
            raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= maxint.')
        if not _is_bound(start):
            raise ValueError('Indices for islice() must be None or an integer: 0 <= x <= maxint.')
        if not _is_bound(step) or step == 0:
            raise ValueError('Step for islice() must be a positive integer or None.')
        self._steps = self._walk(iter(iterable), start or 0, stop, step or 1)

    def _walk(self, items, wanted, stop, step):
        at = 0
        # No item is taken beyond those that are needed.
        while stop is None or at < stop:
            item = items.next()
            if at == wanted:
                yield item
                wanted += step
            at += 1
            if stop is not None and wanted >= stop:
                for at in xrange(at, stop):
                    items.next()
                return


def _is_bound(value):
    return value is None or isinstance(value, (int, long)) and value >= 0


class groupby(_Iterator):
    """Pairs of a key and the items in a row that have it. A group ends when the next one is asked for."""

    def __init__(self, iterable, key=None):
        self._key = key
        self._items = iter(iterable)
        self._turn = 0
        self._steps = self._walk()

    def _take(self):
        """Goes to the next item. `_more` tells whether there is one."""
        self._more = False
        for item in self._items:
            self._item = item
            self._item_key = item if self._key is None else self._key(item)
            self._more = True
            return

    def _walk(self):
        self._take()
        while self._more:
            self._turn += 1
            key = self._item_key
            yield key, _grouper(self._group(key, self._turn))
            while self._more and self._item_key == key:
                self._take()

    def _group(self, key, turn):
        while turn == self._turn and self._more and self._item_key == key:
            yield self._item
            if turn == self._turn:
                self._take()


class _grouper(_Iterator):
    """The items of one group."""

    def __init__(self, steps):
        self._steps = steps


class product(_Iterator):
    """Every way to take one item of each: nested loops, the last turning fastest."""

    def __init__(self, *iterables, **options):
        times = _whole(options.pop('repeat', 1))
        if options:
            raise TypeError("'%s' is an invalid keyword argument for this function" % options.keys()[0])
        if times < 0:
            raise ValueError('repeat argument cannot be negative')
        self._steps = self._walk(map(tuple, iterables) * times)

    def _walk(self, pools):
        if not all(pools):
            return
        places = [0] * len(pools)
        while True:
            yield tuple([pool[at] for pool, at in zip(pools, places)])
            turning = len(pools) - 1
            while turning >= 0 and places[turning] == len(pools[turning]) - 1:
                places[turning] = 0
                turning -= 1
            if turning < 0:
                return
            places[turning] += 1


class permutations(_Iterator):
    """Every way to take r of the items in any order."""

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        elif not isinstance(r, (int, long, float)):
            raise TypeError('Expected int as r')
        r = int(r)
        _check_size(r)
        self._steps = self._walk(pool, r, ())

    def _walk(self, pool, r, taken):
        if len(taken) == r:
            yield tuple([pool[at] for at in taken])
            return
        for at in xrange(len(pool)):
            if at not in taken:
                for row in self._walk(pool, r, taken + (at,)):
                    yield row


class combinations(_Iterator):
    """Every way to take r of the items in their order."""

    _again = 0

    def __init__(self, iterable, r):
        _check_size(r)
        self._steps = self._walk(tuple(iterable), r, 0)

    def _walk(self, pool, r, first):
        if r == 0:
            yield ()
            return
        for at in xrange(first, len(pool)):
            for row in self._walk(pool, r - 1, at + 1 - self._again):
                yield (pool[at],) + row


class combinations_with_replacement(combinations):
    """Every way to take r of the items in their order, each as often as you like."""

    _again = 1


def _check_size(r):
    if _whole(r) < 0:
        raise ValueError('r must be non-negative')


class _Tee(_Iterator):
    """One of several iterators over the same items. A cell is [item, next cell]; an empty one has not been reached."""

    def __init__(self, items, cell):
        self._steps = self._walk(items, cell)

    def _walk(self, items, cell):
        while True:
            if not cell:
                cell.extend([items.next(), []])
            item, cell = cell
            yield item


def tee(iterable, n=2):
    """n iterators that each give all the items."""
    if _whole(n) < 0:
        raise ValueError('n must be >= 0')
    items = iter(iterable)
    first = []
    return tuple([_Tee(items, first) for _ in range(n)])


# Shown by the names that CPython's types have.
for _type in (count, cycle, repeat, chain, izip, izip_longest, imap, starmap, ifilter, ifilterfalse, takewhile, dropwhile,
              compress, islice, groupby, product, permutations, combinations, combinations_with_replacement, _Tee, _grouper):
    _type.__name__ = 'itertools.' + _type.__name__.replace('_Tee', 'tee')
    _type.__module__ = '__builtin__'
