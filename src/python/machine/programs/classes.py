# Class statements, construction and metaclasses.
# classes
class Base(object):
    def __init__(self): self.b = 1
class D(Base):
    def __init__(self):
        super(D, self).__init__()
        self.d = 2
d = D(); print d.b, d.d
class BadInit(object):
    def __init__(self): return 1
try: BadInit()
except TypeError, e: print e
class BadInitO:
    def __init__(self): return 1
try: BadInitO()
except TypeError, e: print e
class Sing(object):
    inst = None
    def __new__(cls, *a):
        if cls.inst is None: cls.inst = object.__new__(cls)
        return cls.inst
print Sing(1) is Sing(2)
class Meta(type):
    def __call__(cls, *a): print 'meta call', a; return type.__call__(cls, *a)
class UM(object):
    __metaclass__ = Meta
    def __init__(self, a): self.a = a
print UM(3).a
try:
    class X(1): pass
except TypeError, e: print e
try:
    class Y(object, object): pass
except TypeError, e: print e
