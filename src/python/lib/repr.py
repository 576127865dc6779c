"""`repr` that stays short: of long containers and texts only the beginning and the end are shown."""

import __builtin__
from itertools import islice as _islice

__all__ = ['Repr', 'repr']


class Repr(object):
    """How much is shown of what; subclasses may add `repr_NAME` for a type of that name."""

    def __init__(self):
        self.maxlevel = 6
        self.maxtuple = self.maxlist = self.maxset = self.maxfrozenset = self.maxdeque = 6
        self.maxarray = 5
        self.maxdict = 4
        self.maxstring = 30
        self.maxlong = 40
        self.maxother = 20

    def repr(self, x):
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        special = getattr(self, 'repr_' + '_'.join(type(x).__name__.split()), None)
        return _shorten(__builtin__.repr(x), self.maxother) if special is None else special(x, level)

    def _repr_iterable(self, x, level, left, right, most, trail=''):
        n = len(x)
        if level <= 0 and n:
            return left + '...' + right
        shown = [self.repr1(item, level - 1) for item in _islice(x, most)]
        if n > most:
            shown.append('...')
        return left + ', '.join(shown) + (trail if n == 1 else '') + right

    def repr_tuple(self, x, level):
        return self._repr_iterable(x, level, '(', ')', self.maxtuple, ',')

    def repr_list(self, x, level):
        return self._repr_iterable(x, level, '[', ']', self.maxlist)

    def repr_array(self, x, level):
        return self._repr_iterable(x, level, "array('%s', [" % x.typecode, '])', self.maxarray)

    def repr_set(self, x, level):
        return self._repr_iterable(_in_order(x), level, 'set([', '])', self.maxset)

    def repr_frozenset(self, x, level):
        return self._repr_iterable(_in_order(x), level, 'frozenset([', '])', self.maxfrozenset)

    def repr_deque(self, x, level):
        return self._repr_iterable(x, level, 'deque([', '])', self.maxdeque)

    def repr_dict(self, x, level):
        if not x:
            return '{}'
        if level <= 0:
            return '{...}'
        shown = ['%s: %s' % (self.repr1(key, level - 1), self.repr1(x[key], level - 1))
                 for key in _islice(_in_order(x), self.maxdict)]
        if len(x) > self.maxdict:
            shown.append('...')
        return '{%s}' % ', '.join(shown)

    def repr_str(self, x, level):
        text = __builtin__.repr(x[:self.maxstring])
        if len(text) <= self.maxstring:
            return text
        head, tail = _ends(self.maxstring)
        return _shorten(__builtin__.repr(x[:head] + x[len(x) - tail:]), self.maxstring, True)

    def repr_long(self, x, level):
        return _shorten(__builtin__.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            text = __builtin__.repr(x)
        except Exception:
            return '<%s instance at %x>' % (x.__class__.__name__, id(x))
        return _shorten(text, self.maxstring)


def _ends(most):
    """How many characters stay before and after the three dots."""
    head = max(0, (most - 3) // 2)
    return head, max(0, most - 3 - head)


def _shorten(text, most, always=False):
    if len(text) <= most and not always:
        return text
    head, tail = _ends(most)
    return text[:head] + '...' + text[len(text) - tail:]


def _in_order(x):
    """Sorted, where the items can be."""
    try:
        return sorted(x)
    except Exception:
        return list(x)


aRepr = Repr()
repr = aRepr.repr
