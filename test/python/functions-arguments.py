# Defaults, keywords, *args and **kw.
def f(a, b=2, *args, **kw):
    print a, b, args, sorted(kw.items())
f(1)
f(1, 3)
f(1, 3, 4, 5)
f(b=1, a=2)
f(1, x=9)
f(*[1, 2, 3])
f(*(1,), **{'b': 5, 'z': 6})
f(1, *[7, 8, 9], **dict(q=0))
def g(items=[]):
    items.append(len(items))
    return items
print g(), g(), g([]), g()
def h((a, b), c):
    return a + b + c
print h((1, 2), 3), (lambda x, y=1, *z: (x, y, z))(5, 6, 7), f.__name__, f.func_defaults
