# super() in constructors, class methods and with missing names.
class Base(object):
    def __init__(self, x):
        print "Base", x
        self.x = x
    @classmethod
    def make(cls): return cls(7)
class Derived(Base):
    def __init__(self, x, y=2):
        super(Derived, self).__init__(x)
        print "Derived", y
    @classmethod
    def make(cls):
        return super(Derived, cls).make()
d = Derived.make()
print d.x, isinstance(d, Base), type(d).__name__
try:
    super(Derived, d).missing
except AttributeError, e:
    print e
super(Derived, 5)
