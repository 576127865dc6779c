# Builtins can be shadowed and found again.
def f():
    len = lambda x: "mine"
    return len([])
print f(), len([1])
import __builtin__
str = "shadowed"
print str, __builtin__.str(5), __builtins__ is __builtin__
del str
print str(5), sorted(n for n in dir(__builtin__) if n in ("len", "map", "True", "None", "xrange")), True, None
True = 0
print True, 1 == 1
