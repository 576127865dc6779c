# What follows * in a call must be iterable, what follows ** a mapping.
def f(*a, **k): pass
try:
    f(*5)
except TypeError, e:
    print e
f(**5)
