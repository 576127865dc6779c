"""A namespace is one dictionary, however often it is asked for."""
class New(object):
    pass
class Old:
    pass
def function(): pass
import math
for one in (New(), Old(), function, math):
    print one.__dict__ is vars(one), one.__dict__ is one.__dict__, vars(one) is not one.__dict__
print globals() is globals(), New().__dict__ is New().__dict__, {} is {}
new = New()
names = vars(new)
names['a'] = 1
print new.a, names is new.__dict__
class Lacking(object):
    y = None
print Lacking.y, Lacking().y
new.__dict__ = {'b': 2}
print names is new.__dict__
print new.a
