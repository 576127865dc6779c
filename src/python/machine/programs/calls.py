# Calling everything callable, and the TypeError of every call that does not fit.
# argument errors
def f(a, b=1, *c): pass
def g(): pass
def h(a, (b, c)): return a, b, c
def k(a, **kw): return sorted(kw.items())
class C(object):
    def m(self, x): return x
    def __call__(self, y): return y
class O:
    def m(self, x): return x
    def __init__(self, *a): pass
class N: pass
def t(fn, *a, **k):
    try: print fn(*a, **k)
    except Exception, e: print type(e).__name__, e
t(f); t(g, 1); t(g, x=1); t(h, 1, (2, 3)); t(h, 1, 2); t(h, 1, (2,)); t(k, 1, x=2); t(k, 1, a=2); t(k, b=1)
t(f, 1, 2, 3, b=2); t(f, 1, z=1); t(C().m); t(C().m, 1, 2); t(C.m, 1); t(C.m); t(C.m, C(), 4); t(C(), 7); t(O.m, 1, 2); t(O.m, O(), 2)
t(N, 1); t(N()); t(1); t('a'); t(None); t(C, 1); t(object, 1); t(int, 'x'); t(str.upper, 1); t(str.upper); t(str.upper, 'a')
t(lambda x, y=2: (x, y), 1); t(lambda: 0, 1)
def s(f):
    try: print f()
    except Exception, e: print type(e).__name__, e
s(lambda: f(*1)); s(lambda: f(**1)); s(lambda: f(1, **{'a': 2})); s(lambda: f(**{1: 2})); s(lambda: C(*2)); s(lambda: k(1, b=1, **{'b': 2})); s(lambda: len(*3)); s(lambda: C().m(*3))
