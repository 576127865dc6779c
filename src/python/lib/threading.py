"""`threading`: locks between the requests of a process.

NOT-PYTHON: the threads are the server's own. Each request is one, in every kind of server, and a page starts none; so there
is nothing that makes a page wait but a lock.
"""

import _thread
import thread

_here = 'threading has Lock, RLock, local and currentThread here'

Lock = _allocate_lock = thread.allocate_lock
ThreadError = thread.error
_get_ident = thread.get_ident
local = thread._local
_RLock = _thread.RLockType


def RLock(verbose=None):
    """A lock that its holder may acquire again."""
    return _thread.RLock()


class Thread(object):
    """A thread of the server: `currentThread()` gives the one that runs this request."""

    def __new__(cls, *args, **keywords):
        raise NotImplementedError('threading.Thread cannot be started here: each request is a thread of the server'
                                  ' already. ' + _here)

    daemon = False

    def __repr__(self):
        return '<%s(%s, started %d)>' % (type(self).__name__, self.name, self.ident)

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = str(name)

    def isDaemon(self):
        return self.daemon

    def isAlive(self):
        return True

    is_alive = isAlive


class _MainThread(Thread):
    pass


def currentThread():
    """The thread that runs this request."""
    own = _thread.locals()
    if None not in own:
        name = _thread.name()
        current = own[None] = object.__new__(_MainThread if name == 'MainThread' else Thread)
        current.name, current.ident = name, thread.get_ident()
    return own[None]


current_thread = currentThread


def _absent(name):
    def refuse(*args, **keywords):
        raise NotImplementedError('threading.%s is not here. %s' % (name, _here))
    refuse.__name__ = name
    return refuse


for _name in ('Condition', 'Event', 'Semaphore', 'BoundedSemaphore', 'Timer', 'enumerate', 'activeCount',
              'active_count', 'settrace', 'setprofile', 'stack_size'):
    globals()[_name] = _absent(_name)

__all__ = ['Lock', 'RLock', 'Thread', 'ThreadError', 'local', 'currentThread', 'current_thread', 'Condition', 'Event',
           'Semaphore', 'BoundedSemaphore', 'Timer', 'enumerate', 'activeCount', 'active_count', 'settrace', 'setprofile',
           'stack_size']
