# super() through a diamond, and class methods, static methods and properties that override others.
class A(object):
    def __init__(s): print 'A'; super(A, s).__init__()
    def m(s): return ['A']
class B(A):
    def __init__(s): print 'B'; super(B, s).__init__()
    def m(s): return ['B'] + super(B, s).m()
class C(A):
    def __init__(s): print 'C'; super(C, s).__init__()
    def m(s): return ['C'] + super(C, s).m()
class D(B, C):
    def __init__(s): print 'D'; super(D, s).__init__()
    def m(s): return ['D'] + super(D, s).m()
d = D(); print d.m(), [k.__name__ for k in D.__mro__], super(B, d).m(), super(D, D).m(d), super(C, d).__init__.__name__
class P(object):
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def st(): return 'P.st'
    @property
    def v(s): return 'P.v'
class Q(P):
    @classmethod
    def make(cls): return 'Q' + super(Q, cls).make()
    @staticmethod
    def st(): return 'Q' + P.st()
    @property
    def v(s): return 'Q' + super(Q, s).v
print Q.make(), Q().make(), Q.st(), Q().v
class R(Q):
    v = Q.v.setter(lambda s, x: s.__dict__.__setitem__('w', x))
r = R(); r.v = 4; print r.w, r.v
print super(D, d).missing
