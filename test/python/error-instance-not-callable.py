# An instance without __call__, old style.
class A: pass
a = A()
a()
