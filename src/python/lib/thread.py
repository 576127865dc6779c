"""`thread`: locks. The threads are the server's own: each request is one, and a page starts none."""

import _thread
from _thread import LockType, allocate_lock, get_ident

allocate = allocate_lock


class error(Exception):
    pass


def start_new_thread(*arguments):
    """NOT-PYTHON: there are no threads but the server's."""
    raise NotImplementedError('thread.start_new_thread is not here: each request is a thread of the server already, and'
                              ' a page starts none of its own')


start_new = start_new_thread


class _local(object):
    """Attributes that each thread has for itself. NOT-PYTHON: every request is a thread, whatever kind the server is."""

    def __new__(cls, *args, **keywords):
        if (args or keywords) and cls.__init__ is object.__init__:
            raise TypeError('Initialization arguments are not supported')
        self = object.__new__(cls)
        object.__setattr__(self, '_arguments', (args, keywords))
        _thread.locals()[id(self)] = {}
        return self

    def __getattribute__(self, name):
        own = _own(self)
        if name == '__dict__':
            return own
        return own[name] if name in own else object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        if name == '__dict__':
            raise AttributeError("'%s' object attribute '__dict__' is read-only" % type(self).__name__)
        _own(self)[name] = value

    def __delattr__(self, name):
        own = _own(self)
        if name not in own:
            raise AttributeError(name)
        del own[name]


def _own(self):
    """The attributes of a `local` in this thread; each thread begins with `__init__`."""
    every = _thread.locals()
    own = every.get(id(self))
    if own is None:
        own = every[id(self)] = {}
        args, keywords = object.__getattribute__(self, '_arguments')
        type(self).__init__(self, *args, **keywords)
    return own


# Shown by the name that CPython's type has.
_local.__name__ = 'thread._local'
_local.__module__ = '__builtin__'
