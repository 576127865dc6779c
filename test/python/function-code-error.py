# Code with free variables does not fit a function without.
def f():
    pass


def g():
    x = 1
    return lambda: x


f.func_code = g().func_code
