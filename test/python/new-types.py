"""The module new: methods, instances, classes, functions and modules made by calls."""
import new
import types


class Old:
    def __init__(self):
        print 'never called'


class New(object):
    pass


def function(a, b=2, *rest):
    return a, b, rest


def attempt(call, *args):
    try:
        print call(*args)
    except Exception as error:
        print '%s: %s' % (type(error).__name__, error)


instance = new.instance(Old, {'x': 1})
print instance.x, instance.__class__.__name__, new.instance(Old).__dict__
print new.instancemethod(function, 3)(), new.instancemethod(function, None, int)
cls = new.classobj('Made', (Old,), {'a': 1})
print cls.a, cls.__bases__[0] is Old, new.classobj('Made', (New,), {}).__mro__
module = new.module('m', 'what it is for')
print module.__name__, module.__doc__, sorted(vars(module)), module
made = new.function(function.func_code, {'z': 1}, 'made', (7, 8))
print made(), made.__name__, made.func_globals
print new.function is types.FunctionType, new.code, new.instance, new.classobj
attempt(new.instance, 1)
attempt(new.instance, New)
attempt(new.instance)
attempt(new.instance, Old, 3)
attempt(new.instancemethod, function)
attempt(new.instancemethod, 1, 2, 3)
attempt(new.instancemethod, function, None)
attempt(new.classobj, 1, (), {})
attempt(new.classobj, 'x', 1, {})
attempt(new.classobj, 'x', (), 1)
attempt(new.module, 1)
attempt(new.function, 1, {})
attempt(new.function, function.func_code, 1)
new.classobj('x', (3,), {})
