# Parameter names differ.
def f(a, b, a):
    pass
