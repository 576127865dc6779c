# Bound, unbound, static and class methods.
class C(object):
    name = "C"
    def plain(self):
        return self
    @staticmethod
    def static(x):
        return x * 2
    @classmethod
    def make(cls, *args):
        return cls.__name__, args
class D(C):
    pass
c = C()
m = c.plain
print m() is c, C.plain(c) is c, C.static(4), c.static(5), D.make(1), D().make(), m.im_self is c, m.im_func.__name__, m.im_class
try:
    C.plain()
except TypeError, e:
    print e
try:
    C.plain(5)
except TypeError, e:
    print e
class Old:
    def m(self): pass
try:
    Old.m(3)
except TypeError, e:
    print e
print C.plain, D.plain
