# Queue: first in first out, last in first out, by priority; full, empty, task_done.
import Queue

for kind in (Queue.Queue, Queue.LifoQueue, Queue.PriorityQueue):
    q = kind(3)
    for n in (2, 3, 1):
        q.put(n)
    print q.qsize(), q.empty(), q.full(), [q.get() for n in range(3)], q.empty()
    for n in range(3):
        q.task_done()
    print q.join()

q = Queue.Queue(maxsize=1)
q.put_nowait('a')
for attempt in (lambda: q.put_nowait('b'), lambda: q.put('b', False), lambda: q.put('b', True, 0.001)):
    try:
        attempt()
    except Queue.Full, e:
        print 'full', repr(e), e.args
print q.get_nowait()
for attempt in (q.get_nowait, lambda: q.get(False), lambda: q.get(timeout=0.001)):
    try:
        attempt()
    except Queue.Empty, e:
        print 'empty', repr(e), e.args
for attempt in (lambda: q.get(True, -1), lambda: q.put(1, True, -1)):
    try:
        attempt()
    except ValueError, e:
        print e
q.task_done()
try:
    q.task_done()
except ValueError, e:
    print e
q.put((2, 'two'))
with q.mutex:
    q.queue.clear()
print q.qsize(), q.maxsize, Queue.Empty.__mro__[1]
raise ValueError("nothing left")
