"""What is known of a class is forgotten when it or a base changes."""
class M(type):
    pass
class A(object):
    n = 0
    def __init__(self): A.n += 1
    def f(self): return 'A.f'
class B(A): pass
b = B()
print b.f(), A.n, B.n, b.n
A.f = lambda self: 'new'
print b.f()
B.f = lambda self: 'B'
print b.f()
del B.f
print b.f()
A.__getattr__ = lambda self, name: 'missing ' + name
print b.zzz
A.__getattribute__ = lambda self, name: 'all ' + name
print b.zzz, b.n
del A.__getattribute__
print b.n, b.zzz
A.__setattr__ = lambda self, name, value: None
b.q = 1
print b.q
del A.__setattr__
b.q = 2
print b.q
A.__len__ = lambda self: 7
print len(b), bool(b)
B.__len__ = lambda self: 0
print len(b), bool(b)
del B.__len__, A.__len__
print bool(b)
A.__eq__ = lambda self, other: True
print b == 3
A.x = property(lambda self: 5)
print b.x
b.__dict__['x'] = 9
print b.x
A.x = 3
print b.x
class Old: pass
class Mixed(Old, object): pass
m = Mixed()
Old.w = 1
print m.w
Old.w = 2
print m.w
Old.__dict__['w'] = 3
print m.w
names = []
class C(object):
    names.append(locals())
    v = 1
names[0]['v'] = 2
print C.v
print C.__dict__['v'], type(C.__dict__).__name__
