# threading: threads that are made and not started, events, semaphores, conditions.
import threading

e = threading.Event()
print e.isSet(), e.set(), e.is_set(), e.wait(), e.wait(1), e.clear(), e.wait(0), type(e)
s = threading.Semaphore(2)
print s.acquire(), s.acquire(), s.acquire(0), s.release(), s.acquire(False), type(s)
b = threading.BoundedSemaphore(1)
with b as held:
    print held, b.acquire(0)
c = threading.Condition()
with c as held:
    print held, c.notify(), c.notifyAll(), c.wait(0)
print c.acquire(), c.release()


def made(n):
    print 'called', n


t = threading.Thread(target=made, args=(1,), name='bob')
print t, t.name, t.ident, t.daemon, t.isAlive(), t.run()
t.daemon = True
t.setName('al')
print t, t.isDaemon(), threading.Thread().name, threading.Thread(name='x', kwargs={}).getName()


class Worker(threading.Thread):
    def run(self):
        print 'run', self.name


Worker().run()


class NoInit(threading.Thread):
    def __init__(self):
        pass


m = threading.currentThread()
print m.name, m.daemon, threading.activeCount(), threading.enumerate() == [m], threading.active_count(), m.isAlive()
for attempt in (b.release, lambda: threading.Semaphore(-1), c.notify, c.notify_all, lambda: c.wait(0), c.release,
                threading.Condition(threading.Lock()).release, t.join, m.join, m.start, NoInit().start,
                lambda: repr(NoInit()), lambda: setattr(m, 'daemon', True), lambda: threading.Thread(3)):
    try:
        print attempt()
    except (ValueError, RuntimeError, threading.ThreadError, AssertionError), error:
        print type(error), error
threading.Thread(name='nobody', target=3).run(1)
