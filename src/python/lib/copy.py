"""Copies of objects: shallow (`copy`), or with everything that they hold (`deepcopy`).

An object may say itself how it is copied (`__copy__`, `__deepcopy__`); else it is taken apart as for `pickle` and made again.
"""

from copy_reg import dispatch_table
import types as _types

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error


class _EmptyClass:
    """An old-style instance that becomes one of another class."""


def copy(x):
    """A new object with the same contents."""
    cls = type(x)
    copier = _copiers.get(cls) or getattr(cls, '__copy__', None)
    if copier:
        return copier(x)
    return _reconstruct(x, _reduce(x, cls, 'un(shallow)copyable object of type %s'))


def deepcopy(x, memo=None, _nil=[]):
    """A new object whose contents are copies too. `memo` remembers by id what has been copied."""
    cls = type(x)
    # Not even remembered: the ids of texts may be the same here.
    if cls in _atoms:
        return x
    if memo is None:
        memo = {}
    known = memo.get(id(x), _nil)
    if known is not _nil:
        return known
    copier = _deep_copiers.get(cls)
    if copier:
        made = copier(x, memo)
    elif issubclass(cls, type):
        made = x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier:
            made = copier(memo)
        else:
            made = _reconstruct(x, _reduce(x, cls, 'un(deep)copyable object of type %s'), memo)
    memo[id(x)] = made
    _keep_alive(x, memo)
    return made


def _keep_alive(x, memo):
    """What is remembered by its id must live as long as the memo, or its id may be given away."""
    memo.setdefault(id(memo), []).append(x)


def _reduce(x, cls, complaint):
    """The parts of an object, as `__reduce_ex__` gives them."""
    reduce = dispatch_table.get(cls)
    if reduce:
        return reduce(x)
    reduce = getattr(x, '__reduce_ex__', None)
    if reduce:
        return reduce(2)
    reduce = getattr(x, '__reduce__', None)
    if reduce:
        return reduce()
    raise Error(complaint % cls)


def _reconstruct(x, parts, memo=None):
    """An object from the parts of another, or from copies of them when there is a memo."""
    if isinstance(parts, str):
        return x
    assert isinstance(parts, tuple)
    assert 2 <= len(parts) <= 5
    make, args, state, items, entries = parts + (None,) * (5 - len(parts))
    deep = memo is not None
    if deep:
        args = deepcopy(args, memo)
    made = make(*args)
    if deep:
        memo[id(x)] = made
    if state is not None:
        if deep:
            state = deepcopy(state, memo)
        _set_state(made, state)
    if items is not None:
        for item in items:
            made.append(deepcopy(item, memo) if deep else item)
    if entries is not None:
        for key, value in entries:
            if deep:
                key, value = deepcopy(key, memo), deepcopy(value, memo)
            made[key] = value
    return made


def _set_state(made, state):
    if hasattr(made, '__setstate__'):
        made.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        made.__dict__.update(state)
    if slots is not None:
        for name, value in slots.iteritems():
            setattr(made, name, value)


# What cannot change, or is what it is wherever it is, is its own copy.
_atoms = dict.fromkeys([_types.NoneType, type(Ellipsis), int, long, float, bool, complex, str, unicode, type, xrange, _types.ClassType,
          _types.FunctionType, _types.BuiltinFunctionType])
_copiers = dict.fromkeys(list(_atoms) + [tuple, frozenset], lambda x: x)
_deep_copiers = {_types.CodeType: lambda x, memo: x}

_copiers[list] = _copiers[dict] = _copiers[set] = lambda x: type(x)(x)


def _deepcopy_list(x, memo):
    made = []
    memo[id(x)] = made
    for item in x:
        made.append(deepcopy(item, memo))
    return made


def _deepcopy_tuple(x, memo):
    """A tuple of things that are their own copies is its own copy."""
    items = [deepcopy(item, memo) for item in x]
    # The items may have led back here.
    if id(x) in memo:
        return memo[id(x)]
    for item, copied in zip(x, items):
        if item is not copied:
            return tuple(items)
    return x


def _deepcopy_dict(x, memo):
    made = {}
    memo[id(x)] = made
    for key, value in x.iteritems():
        made[deepcopy(key, memo)] = deepcopy(value, memo)
    return made


def _deepcopy_method(x, memo):
    return type(x)(x.im_func, deepcopy(x.im_self, memo), x.im_class)


def _copy_instance(x):
    if hasattr(x, '__copy__'):
        return x.__copy__()
    made = _blank(x)
    state = x.__getstate__() if hasattr(x, '__getstate__') else x.__dict__
    return _filled(made, state)


def _deepcopy_instance(x, memo):
    if hasattr(x, '__deepcopy__'):
        return x.__deepcopy__(memo)
    made = _blank(x, memo)
    memo[id(x)] = made
    state = x.__getstate__() if hasattr(x, '__getstate__') else x.__dict__
    return _filled(made, deepcopy(state, memo))


def _blank(x, memo=None):
    """An instance of the old-style class of x."""
    if hasattr(x, '__getinitargs__'):
        args = x.__getinitargs__()
        return x.__class__(*(args if memo is None else deepcopy(args, memo)))
    made = _EmptyClass()
    made.__class__ = x.__class__
    return made


def _filled(made, state):
    if hasattr(made, '__setstate__'):
        made.__setstate__(state)
    else:
        made.__dict__.update(state)
    return made


_deep_copiers[list] = _deepcopy_list
_deep_copiers[tuple] = _deepcopy_tuple
_deep_copiers[dict] = _deepcopy_dict
_deep_copiers[_types.MethodType] = _deepcopy_method
_copiers[_types.InstanceType] = _copy_instance
_deep_copiers[_types.InstanceType] = _deepcopy_instance
