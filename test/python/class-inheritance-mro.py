# Several bases: C3 order for new-style, depth first for old-style.
class A(object):
    def who(self): return "A"
class B(A):
    def who(self): return "B" + super(B, self).who()
class C(A):
    def who(self): return "C" + super(C, self).who()
class D(B, C):
    def who(self): return "D" + super(D, self).who()
print D().who(), [k.__name__ for k in D.__mro__], D.mro() == list(D.__mro__)
class OA:
    x = "OA"
class OB(OA): pass
class OC(OA):
    x = "OC"
class OD(OB, OC): pass
print OD().x, [k.__name__ for k in OD.__bases__]
try:
    class X(A, D): pass
except TypeError, e:
    print e
