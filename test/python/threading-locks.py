# threading and thread: locks of one thread, RLock, local, currentThread.
import thread
import threading

a = threading.Lock()
print type(a), type(a) is thread.LockType, threading.Lock is thread.allocate_lock
print a.acquire(), a.locked(), a.acquire(0), a.acquire(False)
print a.release(), a.locked()
print a.acquire_lock(), a.locked_lock(), a.release_lock()
try:
    a.release()
except thread.error, e:
    print e, type(e), isinstance(e, Exception), threading.ThreadError is thread.error

with a as taken:
    print taken, a.locked()
try:
    with a:
        raise ValueError('inside')
except ValueError, e:
    print e, a.locked()


def leave():
    with a:
        return a.locked()


print leave(), a.locked()
for n in range(3):
    with a:
        if n == 1:
            break
print n, a.locked()

for bad in (lambda: a.acquire(1, 2), lambda: a.acquire(blocking=1), lambda: a.release(1), lambda: a.missing,
            lambda: setattr(a, 'x', 1), lambda: thread.allocate_lock(1)):
    try:
        bad()
    except Exception, e:
        print type(e).__name__, e

# An RLock may be acquired again by whoever holds it.
r = threading.RLock()
print r, r.acquire(), r.acquire(), r
print r.release(), r.release()
try:
    r.release()
except RuntimeError, e:
    print e
with r:
    with r as again:
        print again, r
print r.acquire(blocking=0), r.acquire(blocking=0), r

t = threading.currentThread()
print t.getName(), t.name, threading.current_thread() is t, t.isAlive(), t.is_alive(), t.daemon, t.isDaemon()
print thread.get_ident() == t.ident, isinstance(t, threading.Thread), str(t).split()[0]

# Attributes of a thread's own.
d = threading.local()
d.x = 1
print d.x, d.__dict__, hasattr(d, 'y')
try:
    d.y
except AttributeError, e:
    print e
del d.x
print hasattr(d, 'x')
try:
    del d.x
except AttributeError, e:
    print type(e).__name__


class Own(threading.local):
    n = 5

    def __init__(self, v):
        self.v = v

    def double(self):
        return self.v * 2


own = Own(4)
print own.v, own.n, own.double(), isinstance(own, threading.local)
own.n = 6
print own.n, Own.n, sorted(own.__dict__)
try:
    threading.local(1)
except TypeError, e:
    print e
print [name for name in ('Lock', 'RLock', 'Event', 'Condition', 'Semaphore', 'Thread', 'Timer', 'local')
       if name not in threading.__all__]
