# The namespace of a class is seen through a proxy.
class A(object):
    x = 1


names = A.__dict__
print type(names), names['x'], 'x' in names, names.get('y'), sorted(n for n in names if n[0] != '_'), repr(names)[:11]
A.y = 2
print names['y']
for act in "A.__dict__ = {}", "A.__doc__ = 'text'", "A.__mro__ = ()", "del A.__name__", "A.__name__ = 1", "del A.__bases__":
    try:
        exec act
    except (TypeError, AttributeError), error:
        print type(error).__name__, error
names['z'] = 3
