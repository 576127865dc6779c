"""Places in sorted lists, by halving."""


def bisect_right(a, x, lo=0, hi=None):
    """Where x goes in the sorted a: after what is equal to it."""
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        middle = (lo + hi) // 2
        if x < a[middle]:
            hi = middle
        else:
            lo = middle + 1
    return lo


def bisect_left(a, x, lo=0, hi=None):
    """Where x goes in the sorted a: before what is equal to it."""
    if lo < 0:
        raise ValueError('lo must be non-negative')
    if hi is None:
        hi = len(a)
    while lo < hi:
        middle = (lo + hi) // 2
        if a[middle] < x:
            lo = middle + 1
        else:
            hi = middle
    return lo


def insort_right(a, x, lo=0, hi=None):
    """Inserts x into the sorted a, after what is equal to it."""
    a.insert(bisect_right(a, x, lo, hi), x)


def insort_left(a, x, lo=0, hi=None):
    """Inserts x into the sorted a, before what is equal to it."""
    a.insert(bisect_left(a, x, lo, hi), x)


bisect, insort = bisect_right, insort_right
