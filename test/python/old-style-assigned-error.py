# The parts of an old-style class and instance must be what they are.
class A:
    pass


a = A()
for act in 'A.__name__ = 1', 'A.__dict__ = 1', 'a.__class__ = 1', 'a.__dict__ = 1', 'a.__class__ = int':
    try:
        exec act
    except TypeError, error:
        print act, error
A.__name__ = 'B'
a.__dict__ = {'x': 1}
print A, a.x
del a.__class__
