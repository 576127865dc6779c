# Docstrings and the attributes of functions.
def f(a):
    "Does little."
    return a
f.note = 'mine'
print f.__doc__, f.note, f.__name__, f.__module__, f.func_code.co_name, f.func_code.co_varnames, f.__dict__
class C:
    """A class."""
    def m(self):
        """A method."""
print C.__doc__, C.m.__doc__, C().m.__doc__, C.__name__, C.__module__, (lambda: 0).__name__, f.__doc__.upper()
def g(): pass
print g.__doc__, g()
