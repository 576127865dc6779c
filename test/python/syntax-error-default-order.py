# Parameters with defaults come last.
def f(a=1, b):
    pass
