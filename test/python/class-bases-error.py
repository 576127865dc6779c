# A class cannot be its own ancestor.
class A(object):
    pass


class B(A):
    pass


A.__bases__ = (B,)
