"""Heaps in lists: heap[k] is not above heap[2 * k + 1] and heap[2 * k + 2], so that heap[0] is the smallest item."""

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def cmp_lt(x, y):
    """x < y, by `__le__` where a class has no `__lt__`."""
    return x < y if hasattr(x, '__lt__') else not y <= x


def _check(heap):
    if not isinstance(heap, list):
        raise TypeError('heap argument must be a list')


def heappush(heap, item):
    """Adds an item."""
    _check(heap)
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap):
    """Takes the smallest item away and gives it."""
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item):
    """The smallest item, in whose place the new one comes."""
    _check(heap)
    if not heap:
        raise IndexError('index out of range')
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item):
    """Adds an item, then takes the smallest away and gives it."""
    _check(heap)
    if not heap or not cmp_lt(heap[0], item):
        return item
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heapify(heap):
    """Makes any list a heap."""
    _check(heap)
    for at in xrange(len(heap) // 2 - 1, -1, -1):
        _sink(heap, at)


def _rise(heap, top, at):
    """Moves the item at `at` up, not above `top`, until what is over it is not above it."""
    item = heap[at]
    while at > top:
        above = (at - 1) // 2
        other = heap[above]
        if not cmp_lt(item, other):
            break
        heap[at] = other
        at = above
    heap[at] = item


def _sink(heap, at):
    """Moves the item at `at` down to a leaf past the smaller children, then up to where it belongs."""
    top = at
    size = len(heap)
    item = heap[at]
    child = 2 * at + 1
    while child < size:
        if child + 1 < size and not cmp_lt(heap[child], heap[child + 1]):
            child += 1
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _rise(heap, top, at)


def merge(*iterables):
    """The items of sorted iterables, as one sorted iterator."""
    heap = []
    for turn, iterable in enumerate(iterables):
        step = iter(iterable).next
        for item in _first(step):
            heap.append([item, turn, step])
    heapify(heap)
    while len(heap) > 1:
        entry = heap[0]
        yield entry[0]
        for item in _first(entry[2]):
            entry[0] = item
            _sink(heap, 0)
            break
        else:
            heappop(heap)
    if heap:
        item, _, step = heap[0]
        yield item
        while True:
            yield step()


def _first(step):
    """The next item in a list; an empty list at the end."""
    try:
        return [step()]
    except StopIteration:
        return []


def nlargest(n, iterable, key=None):
    """The n largest items, the largest first."""
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]


def nsmallest(n, iterable, key=None):
    """The n smallest items, the smallest first."""
    return sorted(iterable, key=key)[:max(n, 0)]
