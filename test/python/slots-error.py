# An attribute that __slots__ does not name.
class Point(object):
    __slots__ = ['x', 'y']


p = Point()
p.x = 1
try:
    del p.y
except AttributeError, error:
    print error
try:
    p.__class__ = type('Other', (object,), {})
except TypeError, error:
    print error
p.z = 2
