"""The garbage collector. NOT-PYTHON: there is none that a program could see; its switches are kept, and it finds nothing."""

DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_INSTANCES = 8
DEBUG_OBJECTS = 16
DEBUG_SAVEALL = 32
DEBUG_LEAK = DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_INSTANCES | DEBUG_OBJECTS | DEBUG_SAVEALL

garbage = []
_state = {'enabled': True, 'debug': 0, 'threshold': (700, 10, 10)}


def enable():
    _state['enabled'] = True


def disable():
    _state['enabled'] = False


def isenabled():
    return _state['enabled']


def collect(generation=2):
    """How many objects nobody could reach: none."""
    if not isinstance(generation, (int, long)):
        raise TypeError('an integer is required')
    if not 0 <= generation <= 2:
        raise ValueError('invalid generation')
    return 0


def set_debug(flags):
    if not isinstance(flags, (int, long)):
        raise TypeError('an integer is required')
    _state['debug'] = flags


def get_debug():
    return _state['debug']


def set_threshold(threshold0, *more):
    _state['threshold'] = (threshold0,) + more + _state['threshold'][len(more) + 1:]


def get_threshold():
    return _state['threshold']


def get_count():
    return 0, 0, 0


def get_objects():
    return []


def get_referrers(*objects):
    return []


def get_referents(*objects):
    return []


def is_tracked(obj):
    """Could it hold other objects?"""
    return not isinstance(obj, (basestring, int, long, float, complex, type(None)))
