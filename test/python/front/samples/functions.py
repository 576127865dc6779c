# Functions, classes, decorators, closures, generators.
def f(): pass
def f(a, b, c=1, d=2, *e, **f): return
def f(a, (b, c), (d, (e, g))=h): return a, b
def f((a)): return a
def f((a, b),): pass
def f(*a): pass
def f(**a): pass
def f(*a, **b): pass
def f(a=1,): pass
def f():
    """Doc."""
    return 1
def f():
    'Doc.'
def f():
    u'unicode doc'
    x = 1
    def g(y):
        def h(z=x):
            return x, y, z
        return h
    return g
def f():
    global x
    x = 1
    def g():
        return x
    return g
def f(x):
    class A:
        y = x
        def g(self):
            return x
    return A
def f(x):
    class A:
        x = x
        def g(self): return x
    return [y for y in x], (y + x for y in x), {x for z in x}
def f():
    for i in range(10):
        yield i
    x = yield
    y = yield x, y
    y += yield
    yield
    print (yield)
    return
def f():
    exec "x = 1"
    return x
def f():
    from a import *
    return b
def f():
    import a.b, c.d as e
    try: return a
    except A, e: del e
    finally: e = 1
def f(x):
    return lambda y: lambda z: x + y + z
@a
def f(): pass
@a.b.c
@d(e)
@f()
def g(h=i): "doc"
class A: pass
class A(): pass
class A(B): pass
class A(B, c.D, e()):
    """Class doc."""
    __x = 1
    def __init__(self, __y=2, *__z):
        self.__x = __y
        print __name__, self.__a__, A.__x
        class _B:
            __c = 3
    @property
    def x(self):
        return self.__x
@a
@b(c)
class A(B):
    x = [y for y in z]
class __:
    __x = 1
lambda: (yield)
def f(a):
    def g():
        a
    a = 1
    return a
def outer():
    def inner():
        return inner
    return inner
