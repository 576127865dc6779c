# inspect: the source of functions and classes, and frames.
import inspect
import sys


# A comment
# in two lines.
def f(a, b='(',
      c="""
] """):
    # inside
    if a:
        return b

    return c


def decorate(function):
    return function


@decorate
def decorated():
    x = [1,
2]
    return x
class Outer(object):
    """A class."""

    class Inner:
        y = 1

    def method(self): return 3

    # the last comment

short = lambda x, y=1: x

print inspect.getsource(f)
print inspect.getsourcelines(decorated)
print inspect.getsource(Outer)
print inspect.getsource(Outer.method), inspect.getsource(short), inspect.getsource(Outer.Inner)
print repr(inspect.getcomments(f)), inspect.getcomments(decorate)
print inspect.getfile(f), inspect.getsourcefile(Outer), inspect.getblock(['def f():\n', '  x\n', 'y\n'])


def frames(q, r=3, *s, **t):
    frame = inspect.currentframe()
    print frame.f_code.co_name, frame.f_back.f_code.co_name, frame.f_lineno
    print [level[1:] for level in inspect.stack()]
    print inspect.getframeinfo(frame), inspect.getframeinfo(frame, 3).code_context
    print inspect.stack(0)[0][4:]
    del frame
    print inspect.formatargvalues(*inspect.getargvalues(sys._getframe()))


frames(1, 2, 3, u=4)
try:
    1 / 0
except ZeroDivisionError:
    print [level[1:] for level in inspect.trace()]
exec 'def made():\n    pass'
try:
    inspect.getsource(made)
except IOError, e:
    print e
raise RuntimeError('at the end')
