"""Copies of objects: shallow (`copy`), or with everything that they hold (`deepcopy`).

An object may say itself how it is copied (`__copy__`, `__deepcopy__`, `__getinitargs__`, `__getstate__`, `__setstate__`).
"""

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error

# These cannot change, or are what they are wherever they are: their copy is the object itself.
_atoms = set(map(type, [None, NotImplemented, Ellipsis, True, 0, 0L, 0.0, 0j, '', u'', xrange(0), len, lambda: None]))


def _is_atom(x):
    return type(x) in _atoms or isinstance(x, type) or type(x) is _old_class


class _Empty:
    """An old-style instance that becomes one of another class."""


_old_class = type(_Empty)
_old_instance = type(_Empty())


def copy(x):
    """A new object with the same contents."""
    if _is_atom(x):
        return x
    own = getattr(x, '__copy__', None)
    if own is not None:
        return own()
    cls = type(x)
    if cls in (list, dict, set):
        return cls(x)
    if cls in (tuple, frozenset):
        return x
    made = _blank(x, lambda arguments: arguments)
    if made is None:
        return x
    _fill(made, x)
    state = _state(x)
    if state is not None:
        _set_state(made, state)
    return made


def deepcopy(x, memo=None, _nil=[]):
    """A new object whose contents are copies too. `memo` remembers by id what has been copied."""
    if _is_atom(x):
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    made = _deepcopy(x, memo)
    memo[id(x)] = made
    # What is remembered by its id must live as long as the memo, or its id may be given away.
    memo.setdefault(id(memo), []).append(x)
    return made


def _deepcopy(x, memo):
    own = getattr(x, '__deepcopy__', None)
    if own is not None:
        return own(memo)
    cls = type(x)
    if cls in (list, dict):
        made = memo[id(x)] = cls()
        _fill(made, x, memo)
        return made
    if cls in (tuple, frozenset):
        return _deepcopy_frozen(x, memo)
    made = _blank(x, lambda arguments: deepcopy(arguments, memo))
    if made is None:
        return x
    memo[id(x)] = made
    _fill(made, x, memo)
    state = _state(x)
    if state is not None:
        _set_state(made, deepcopy(state, memo))
    return made


def _deepcopy_frozen(x, memo):
    """A tuple of things that are their own copies is its own copy."""
    items = [deepcopy(item, memo) for item in x]
    # The items may have led back here.
    if id(x) in memo:
        return memo[id(x)]
    for item, copied in zip(x, items):
        if item is not copied:
            return type(x)(items)
    return x


def _blank(x, arguments):
    """An object of the class of x without its contents; None for what cannot be copied and stands for itself."""
    cls = type(x)
    if cls is _old_instance:
        if hasattr(x, '__getinitargs__'):
            return x.__class__(*arguments(x.__getinitargs__()))
        made = _Empty()
        made.__class__ = x.__class__
        return made
    if isinstance(x, BaseException):
        return cls(*arguments(x.args))
    for base in (tuple, frozenset, int, long, float, complex, str, unicode):
        if isinstance(x, base):
            return base.__new__(cls, arguments(base(x)))
    if hasattr(x, '__getnewargs__'):
        return cls.__new__(cls, *arguments(x.__getnewargs__()))
    if cls is set or '__dict__' in dir(x) or hasattr(cls, '__slots__') or isinstance(x, (list, dict, set)):
        return cls.__new__(cls)
    return None


def _fill(made, x, memo=None):
    """Gives `made` the items of the list, dict or set x."""
    if isinstance(x, list):
        for item in x:
            made.append(item if memo is None else deepcopy(item, memo))
    elif isinstance(x, dict):
        for key, value in x.iteritems():
            if memo is not None:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            made[key] = value
    elif isinstance(x, set):
        for item in x:
            made.add(item if memo is None else deepcopy(item, memo))


def _state(x):
    """What else belongs to x: what `__getstate__` gives, or its attributes."""
    if hasattr(x, '__getstate__'):
        return x.__getstate__()
    state = dict(getattr(x, '__dict__', ()))
    for cls in getattr(type(x), '__mro__', ()):
        slots = cls.__dict__.get('__slots__', ())
        for name in [slots] if isinstance(slots, basestring) else slots:
            if hasattr(x, name) and name not in ('__dict__', '__weakref__'):
                state[name] = getattr(x, name)
    return state or None


def _set_state(made, state):
    if hasattr(made, '__setstate__'):
        made.__setstate__(state)
    else:
        for name, value in state.iteritems():
            if hasattr(made, '__dict__'):
                made.__dict__[name] = value
            else:
                setattr(made, name, value)
