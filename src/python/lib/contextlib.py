"""Helpers for the `with` statement."""

import sys as _sys

__all__ = ['contextmanager', 'nested', 'closing']


class GeneratorContextManager(object):
    """What a function made by `contextmanager` gives: the generator runs to its `yield`, and on when the block ends."""

    def __init__(self, gen):
        self.gen = gen

    def __enter__(self):
        try:
            return self.gen.next()
        except StopIteration:
            raise RuntimeError("generator didn't yield")

    def __exit__(self, type, value, traceback):
        if type is None:
            try:
                self.gen.next()
            except StopIteration:
                return
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = type()
        try:
            self.gen.throw(type, value, traceback)
        except StopIteration as stop:
            # One that came through the block goes on; one that ends the generator means that the exception was handled.
            return stop is not value
        except:
            if _sys.exc_info()[1] is not value:
                raise
            return
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(func):
    """Makes a context manager of a generator function that yields once."""

    def helper(*args, **kwds):
        return GeneratorContextManager(func(*args, **kwds))

    helper.__name__ = func.__name__
    helper.__doc__ = func.__doc__
    helper.__dict__.update(func.__dict__)
    return helper


class closing(object):
    """Closes a thing when the block ends."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *exc_info):
        self.thing.close()


@contextmanager
def nested(*managers):
    """Several context managers as one. NOT-PYTHON: without the DeprecationWarning, which nobody sees by default."""
    exits, given, exc = [], [], (None, None, None)
    try:
        for manager in managers:
            leave = manager.__exit__
            given.append(manager.__enter__())
            exits.append(leave)
        yield given
    except:
        exc = _sys.exc_info()
    finally:
        while exits:
            try:
                if exits.pop()(*exc):
                    exc = (None, None, None)
            except:
                exc = _sys.exc_info()
        if exc != (None, None, None):
            raise exc[0], exc[1], exc[2]
