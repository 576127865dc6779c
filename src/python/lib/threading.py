"""`threading`: locks between the requests of a process, and what works without a second thread.

NOT-PYTHON: the threads are the server's own. Each request is one, in every kind of server, and a page starts none: `Thread.start` says
so. What would wait for another thread without end raises a RuntimeError instead; with a timeout it is over at once.
"""

import _thread
import thread

__all__ = ['activeCount', 'active_count', 'Condition', 'currentThread', 'current_thread', 'enumerate', 'Event', 'Lock', 'RLock',
           'Semaphore', 'BoundedSemaphore', 'Thread', 'Timer', 'setprofile', 'settrace', 'local', 'stack_size']

Lock = _allocate_lock = thread.allocate_lock
ThreadError = thread.error
_get_ident = thread.get_ident
local = thread._local
_RLock = _thread.RLockType


def RLock(verbose=None):
    """A lock that its holder may acquire again."""
    return _thread.RLock()


def _refuse_waiting(what, timeout):
    if timeout is None:
        raise RuntimeError('%s would wait for ever: a page starts no threads, so nobody else could end the waiting. Only a'
                           ' Lock is waited for between requests' % what)


class _Condition(object):
    """A lock, and waiting for news about what it guards."""

    def __init__(self, lock=None, verbose=None):
        self._lock = lock = lock or RLock()
        self.acquire, self.release = lock.acquire, lock.release

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc_info):
        return self._lock.__exit__(*exc_info)

    def __repr__(self):
        return '<Condition(%s, 0)>' % self._lock

    def _is_owned(self):
        if isinstance(self._lock, _RLock):
            return not repr(self._lock).endswith(' count=0>')
        if self.acquire(0):
            self.release()
            return False
        return True

    def _require(self, what):
        if not self._is_owned():
            raise RuntimeError('cannot %s on un-acquired lock' % what)

    def wait(self, timeout=None):
        self._require('wait')
        _refuse_waiting('Condition.wait()', timeout)

    def notify(self, n=1):
        self._require('notify')

    def notifyAll(self):
        self._require('notify')

    notify_all = notifyAll


def Condition(*args, **keywords):
    return _Condition(*args, **keywords)


class _Semaphore(object):
    """A count that must not fall below 0."""

    def __init__(self, value=1, verbose=None):
        if value < 0:
            raise ValueError('semaphore initial value must be >= 0')
        self._value = value

    def acquire(self, blocking=1):
        if self._value == 0:
            _refuse_waiting('Semaphore.acquire()', None if blocking else 0)
            return False
        self._value -= 1
        return True

    __enter__ = acquire

    def release(self):
        self._value += 1

    def __exit__(self, *exc_info):
        self.release()


def Semaphore(*args, **keywords):
    return _Semaphore(*args, **keywords)


class _BoundedSemaphore(_Semaphore):
    """A semaphore that does not rise above what it began with."""

    def __init__(self, value=1, verbose=None):
        _Semaphore.__init__(self, value, verbose)
        self._initial_value = value

    def release(self):
        if self._value >= self._initial_value:
            raise ValueError('Semaphore released too many times')
        return _Semaphore.release(self)


def BoundedSemaphore(*args, **keywords):
    return _BoundedSemaphore(*args, **keywords)


class _Event(object):
    """A flag that can be waited for."""

    def __init__(self, verbose=None):
        self._flag = False

    def isSet(self):
        return self._flag

    is_set = isSet

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            _refuse_waiting('Event.wait()', timeout)
        return self._flag


def Event(*args, **keywords):
    return _Event(*args, **keywords)


_made = [0]


class Thread(object):
    """A thread of the server, as `currentThread()` gives it, or what a program would like to run beside itself."""

    _name = None
    _ident = None
    _daemonic = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, verbose=None):
        assert group is None, 'group argument must be None for now'
        if name is None:
            _made[0] += 1
            name = 'Thread-%d' % _made[0]
        self._name = str(name)
        self._target, self._args, self._kwargs = target, args, {} if kwargs is None else kwargs
        self._daemonic = current_thread().daemon

    def __repr__(self):
        self._require_init()
        state = 'initial' if self._ident is None else 'started'
        return '<%s(%s, %s%s%s)>' % (type(self).__name__, self._name, state, ' daemon' if self._daemonic else '',
                                     '' if self._ident is None else ' %d' % self._ident)

    def _require_init(self, problem='Thread.__init__() was not called'):
        assert self._name is not None, problem

    def start(self):
        if self._name is None:
            raise RuntimeError('thread.__init__() not called')
        if self._ident is not None:
            raise RuntimeError('threads can only be started once')
        raise NotImplementedError('threading.Thread cannot be started here: each request is a thread of the server already.'
                                  ' Call run() to do its work at once')

    def run(self):
        if self._target:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        if self._name is None:
            raise RuntimeError('Thread.__init__() not called')
        raise RuntimeError('cannot join thread before it is started' if self._ident is None else
                           'cannot join current thread')

    def _get_name(self):
        self._require_init()
        return self._name

    def _set_name(self, name):
        self._require_init()
        self._name = str(name)

    name = property(_get_name, _set_name)

    @property
    def ident(self):
        self._require_init()
        return self._ident

    def isAlive(self):
        self._require_init()
        return self._ident is not None

    is_alive = isAlive

    def _get_daemon(self):
        self._require_init()
        return self._daemonic

    def _set_daemon(self, daemonic):
        if self._name is None:
            raise RuntimeError('Thread.__init__() not called')
        if self._ident is not None:
            raise RuntimeError('cannot set daemon status of active thread')
        self._daemonic = daemonic

    daemon = property(_get_daemon, _set_daemon)

    def isDaemon(self):
        return self.daemon

    def setDaemon(self, daemonic):
        self.daemon = daemonic

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name


class _Timer(Thread):
    """A call after some seconds; like any thread it cannot be started here."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval, self.function, self.args, self.kwargs = interval, function, args or [], kwargs or {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


def Timer(*args, **keywords):
    return _Timer(*args, **keywords)


class _MainThread(Thread):
    pass


def currentThread():
    """The thread that runs this request."""
    own = _thread.locals()
    if None not in own:
        name = _thread.name()
        current = own[None] = object.__new__(_MainThread if name == 'MainThread' else Thread)
        current._name, current._ident = name, thread.get_ident()
    return own[None]


current_thread = currentThread


def enumerate():
    """The threads that this one can know of: itself."""
    return [currentThread()]


def activeCount():
    return 1


active_count = activeCount


def settrace(func):
    """NOT-PYTHON: a page starts no threads that a function could follow."""


setprofile = settrace


def stack_size(size=0):
    return 0
