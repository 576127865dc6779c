# Two leading underscores are mangled with the class's name.
class A:
    __secret = 1
    def __init__(self): self.__x = 2
    def get(self): return self.__x, self.__secret, self.__class__.__name__
a = A()
print a.get(), sorted(a.__dict__), a._A__x, A._A__secret
print a.__x
