"""`Queue`: queues for the threads of a program.

NOT-PYTHON: a page starts no threads, so nobody else could put something in or take something out: where CPython would wait for ever,
`get` raises Empty and `put` raises Full.
"""

import heapq
import thread
from collections import deque as _deque

__all__ = ['Empty', 'Full', 'Queue', 'PriorityQueue', 'LifoQueue']


class Empty(Exception):
    """Nothing is there to take."""


class Full(Exception):
    """There is no room."""


class Queue:
    """First in, first out; with a `maxsize` above 0 for at most so many items."""

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self.mutex = thread.allocate_lock()
        self.unfinished_tasks = 0
        self._init(maxsize)

    def task_done(self):
        """Says that an item taken is dealt with."""
        if self.unfinished_tasks <= 0:
            raise ValueError('task_done() called too many times')
        self.unfinished_tasks -= 1

    def join(self):
        """Waits until all items are dealt with."""
        if self.unfinished_tasks:
            raise RuntimeError('Queue.join() would wait for ever here: %d items are not dealt with, and there is no other'
                               ' thread' % self.unfinished_tasks)

    def qsize(self):
        return self._qsize()

    def empty(self):
        return not self._qsize()

    def full(self):
        return 0 < self.maxsize == self._qsize()

    def put(self, item, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if 0 < self.maxsize <= self._qsize():
            raise Full('put() would wait for ever here: there is no other thread') if block and timeout is None else Full
        self._put(item)
        self.unfinished_tasks += 1

    def put_nowait(self, item):
        return self.put(item, False)

    def get(self, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        if not self._qsize():
            raise Empty('get() would wait for ever here: there is no other thread') if block and timeout is None else Empty
        return self._get()

    def get_nowait(self):
        return self.get(False)

    # What subclasses replace

    def _init(self, maxsize):
        self.queue = _deque()

    def _qsize(self):
        return len(self.queue)

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.popleft()


class PriorityQueue(Queue):
    """The smallest first."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heapq.heappush(self.queue, item)

    def _get(self):
        return heapq.heappop(self.queue)


class LifoQueue(Queue):
    """Last in, first out."""

    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop()
