"""Generators that do not yield once, and exceptions that go on through a context manager."""
from contextlib import contextmanager


@contextmanager
def never():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


@contextmanager
def deaf():
    try:
        yield
    except KeyError:
        pass
    yield


@contextmanager
def other():
    try:
        yield
    except KeyError:
        raise ValueError('instead')


for manager in never, twice:
    try:
        with manager():
            print 'body'
    except RuntimeError as error:
        print error
for manager in deaf, other:
    try:
        with manager():
            raise KeyError('k')
    except (RuntimeError, ValueError) as error:
        print type(error).__name__, error
try:
    with other():
        raise StopIteration('through')
except StopIteration as error:
    print repr(error)
