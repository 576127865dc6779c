# The parts of a function can be exchanged.
def f(a, b=2):
    "first"
    return a, b


def g(a, b):
    return b, a


f.func_defaults = (3, 4)
print f(), f.__defaults__
f.func_code = g.func_code
print f(1), f.func_name, f.__doc__
del f.func_defaults
del f.__doc__
print f.func_defaults, f.__doc__, f.__module__
f.__name__ = 'h'
f.note = 1
f.func_dict = {'other': 2}
print f.__dict__, f.other, f.__name__


def closed():
    return f


for act in ('f.func_globals = {}', 'f.func_closure = None', 'f.func_name = 1', 'f.func_code = 1', 'f.func_defaults = 1', 'f.__dict__ = 1',
            'del f.__dict__', 'del f.func_code', 'del f.func_name', 'f.func_code.co_name = 1', 'property(f).fget = 1'):
    try:
        exec act
    except (TypeError, AttributeError), error:
        print act, type(error).__name__, error
