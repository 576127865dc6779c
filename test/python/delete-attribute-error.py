# Deleting what an instance does not have itself.
class A(object):
    shared = 1


a = A()
for name in 'shared', 'nothing', '__class__':
    try:
        delattr(a, name)
    except (AttributeError, TypeError), error:
        print type(error).__name__, error
a.x = 1
try:
    del a.nothing
except AttributeError, error:
    print error
del a.shared
