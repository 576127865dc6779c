# Decorators wrap functions and classes, nearest first.
def log(f):
    def wrapper(*args, **kw):
        print "call", f.__name__, args,
        return f(*args, **kw)
    return wrapper
def times(n):
    print "times", n
    def decorate(f):
        return lambda *a: f(*a) * n
    return decorate
@log
@times(3)
def add(a, b):
    return a + b
print add(1, 2)
@log
def hello(name="x"):
    return "hello " + name
print hello(), hello.__name__
def register(cls):
    cls.registered = True
    return cls
@register
class C: pass
print C.registered
