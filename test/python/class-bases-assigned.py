# A class that gets other bases.
class A(object):
    def who(self):
        return 'A'


class B(object):
    def who(self):
        return 'B'


class C(A):
    pass


class D(C):
    pass


d = D()
print d.who(), C.__bases__, D.__mro__
C.__bases__ = (B,)
print d.who(), C.__bases__, D.__mro__, A.__subclasses__(), B.__subclasses__()
C.__bases__ = (B, A)
print d.who(), [c.__name__ for c in D.__mro__]
for bases in (), 5, (1,), (D,), (int,), (object, A):
    try:
        C.__bases__ = bases
    except TypeError, error:
        print error


class Old:
    pass


class Younger(Old):
    pass


for bases in 5, (1,), (Younger,):
    try:
        Old.__bases__ = bases
    except TypeError, error:
        print error
Younger.__bases__ = ()
print issubclass(Younger, Old)
