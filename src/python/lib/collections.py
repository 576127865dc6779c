"""Containers beyond list, tuple, dict and set.

A dict of this Python keeps the order in which its keys came, so that OrderedDict only has to show it. A named tuple is a
class written for its fields and compiled when it is asked for.
"""

from _abcoll import *
import _abcoll
from _collections import deque, defaultdict
import sys as _sys

__all__ = ['Counter', 'deque', 'defaultdict', 'namedtuple', 'OrderedDict'] + _abcoll.__all__


class OrderedDict(dict):
    """A dict that remembers the order in which its keys were added."""

    def __init__(*args, **items):
        if len(args) > 2:
            raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
        args[0].update(*args[1:], **items)

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return '%s()' % name
        if id(self) in _shown:
            return '...'
        _shown.add(id(self))
        try:
            return '%s(%r)' % (name, self.items())
        finally:
            _shown.discard(id(self))

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return self.items() == other.items()
        return dict.__eq__(self, other)

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __reversed__(self):
        return reversed(self.keys())

    def popitem(self, last=True):
        if not self:
            raise KeyError('dictionary is empty')
        key = self.keys()[-1 if last else 0]
        return key, self.pop(key)

    def viewkeys(self):
        return KeysView(self)

    def viewvalues(self):
        return ValuesView(self)

    def viewitems(self):
        return ItemsView(self)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        items = [[key, self[key]] for key in self]
        state = dict(self.__dict__)
        return (self.__class__, (items,), state) if state else (self.__class__, (items,))

    @classmethod
    def fromkeys(cls, iterable, value=None):
        made = cls()
        for key in iterable:
            made[key] = value
        return made


_shown = set()


class Counter(dict):
    """A dict that counts: a key that is missing counts 0."""

    def __init__(*args, **counts):
        if len(args) > 2:
            raise TypeError('expected at most 1 arguments, got %d' % (len(args) - 1))
        dict.__init__(args[0])
        args[0].update(*args[1:], **counts)

    def __missing__(self, key):
        return 0

    def most_common(self, n=None):
        """The n most common elements with their counts, or all of them."""
        entries = sorted(self.iteritems(), key=lambda entry: entry[1], reverse=True)
        return entries if n is None else entries[:max(n, 0)]

    def elements(self):
        """Each element as often as it was counted."""
        for key, count in self.iteritems():
            for _ in xrange(count):
                yield key

    def update(*args, **counts):
        args[0]._count(args[1:], counts, 1)

    def subtract(*args, **counts):
        args[0]._count(args[1:], counts, -1)

    def _count(self, sources, counts, sign):
        if len(sources) > 1:
            raise TypeError('expected at most 1 arguments, got %d' % len(sources))
        for source in sources + (counts,):
            if source is None:
                continue
            if sign > 0 and not self and isinstance(source, dict):
                dict.update(self, source)
            elif hasattr(source, 'iteritems'):
                for key, count in source.iteritems():
                    self[key] = self.get(key, 0) + sign * count
            else:
                for key in source:
                    self[key] = self.get(key, 0) + sign

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def __delitem__(self, key):
        if key in self:
            dict.__delitem__(self, key)

    def __repr__(self):
        if not self:
            return '%s()' % self.__class__.__name__
        entries = ', '.join('%r: %r' % entry for entry in self.most_common())
        return '%s({%s})' % (self.__class__.__name__, entries)

    def __add__(self, other):
        return self._combine(other, lambda mine, yours: mine + yours)

    def __sub__(self, other):
        return self._combine(other, lambda mine, yours: mine - yours)

    def __or__(self, other):
        return self._combine(other, max)

    def __and__(self, other):
        return self._combine(other, min)

    def _combine(self, other, operation):
        """The counts of both, combined one by one; only those above zero stay."""
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key in self.keys() + [key for key in other if key not in self]:
            count = operation(self[key], other[key])
            if count > 0:
                result[key] = count
        return result


_keywords = set('and as assert break class continue def del elif else except exec finally for from global if import in '
                'is lambda not or pass print raise return try while with yield'.split())

_template = '''\
class %(typename)s(tuple):
    '%(typename)s(%(arguments)s)'

    __slots__ = ()

    _fields = %(fields)r

    def __new__(_cls, %(arguments)s):
        'Create new instance of %(typename)s(%(arguments)s)'
        return _tuple.__new__(_cls, (%(items)s))

    @classmethod
    def _make(cls, iterable, new=tuple.__new__, len=len):
        'Make a new %(typename)s object from a sequence or iterable'
        result = new(cls, iterable)
        if len(result) != %(count)d:
            raise TypeError('Expected %(count)d arguments, got %%d' %% len(result))
        return result

    def __repr__(self):
        'Return a nicely formatted representation string'
        return self.__class__.__name__ + '(%(shown)s)' %% self

    def _asdict(self):
        'Return a new OrderedDict which maps field names to their values'
        return _OrderedDict(zip(self._fields, self))

    __dict__ = _property(_asdict)

    def _replace(_self, **changes):
        'Return a new %(typename)s object replacing specified fields with new values'
        result = _self._make(map(changes.pop, _self._fields, _self))
        if changes:
            raise ValueError('Got unexpected field names: %%r' %% changes.keys())
        return result

    def __getnewargs__(self):
        'Return self as a plain tuple'
        return _tuple(self)

    def __getstate__(self):
        'Exclude the OrderedDict from pickling'

'''
_field_template = "    %s = _property(lambda self: self[%d], doc='Alias for field number %d')\n"


def namedtuple(typename, field_names, verbose=False, rename=False):
    """A class of tuples whose items also have names."""
    if isinstance(field_names, basestring):
        field_names = field_names.replace(',', ' ').split()
    names = map(str, field_names)
    if rename:
        names = [_renamed(at, name, names[:at]) for at, name in enumerate(names)]
    _check_names(str(typename), names, rename)
    namespace = {'_OrderedDict': OrderedDict, '_property': property, '_tuple': tuple,
                 '__name__': 'namedtuple_%s' % typename}
    source = _template % {
        'typename': typename,
        'arguments': ', '.join(names),
        'fields': tuple(names),
        'items': ''.join(name + ', ' for name in names),
        'count': len(names),
        'shown': ', '.join(name + '=%r' for name in names),
    }
    source += ''.join(_field_template % (name, at, at) for at, name in enumerate(names))
    if verbose:
        print source
    exec compile(source, '/lib/namedtuple ' + typename, 'exec') in namespace
    made = namespace[typename]
    made.__module__ = _sys._getframe(1).f_globals.get('__name__', '__main__')
    return made


def _renamed(at, name, before):
    """The field's name, or its number when it could not be a field's name."""
    try:
        _check_names('ok', before + [name], False)
    except ValueError:
        return '_%d' % at
    return name


def _check_names(typename, names, renamed):
    for name in [typename] + names:
        if not name.replace('_', 'a').isalnum():
            raise ValueError('Type names and field names can only contain alphanumeric characters and underscores: %r' % name)
        if name in _keywords:
            raise ValueError('Type names and field names cannot be a keyword: %r' % name)
        if name[0].isdigit():
            raise ValueError('Type names and field names cannot start with a number: %r' % name)
    for at, name in enumerate(names):
        if name.startswith('_') and not renamed:
            raise ValueError('Field names cannot start with an underscore: %r' % name)
        if name in names[:at]:
            raise ValueError('Encountered duplicate field name: %r' % name)
