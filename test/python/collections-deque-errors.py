# What a deque refuses, and what happens when it changes while it is walked.
from collections import deque


def attempt(work):
    try:
        print repr(work())
    except Exception as error:
        print type(error).__name__, error


queue = deque([3, 1, 2], 3)
queue.append(4)
queue.appendleft(0)
print queue, queue.maxlen, queue.count(1), list(reversed(queue))
queue.rotate(1)
print queue, queue[0], queue[-1], 1 in queue, queue == deque([4, 0, 1])
attempt(lambda: queue[3])
attempt(lambda: queue['a'])
attempt(lambda: queue[0:1])
attempt(lambda: queue.remove(9))
attempt(lambda: queue.rotate('a'))
attempt(lambda: queue.rotate(1.5))
attempt(lambda: deque([], -1))
attempt(lambda: deque([], 'a'))
attempt(lambda: deque(5))
attempt(lambda: queue.append())
attempt(lambda: queue.extend(None))
attempt(lambda: hash(queue))
attempt(lambda: setattr(queue, 'name', 1))


def walk():
    for item in queue:
        queue.append(item)


attempt(walk)
queue.clear()
queue.popleft()
