# The signs of zeros in complex(real, imag), and what stands for either part.
def t(f, *a):
    try: print repr(f(*a)),
    except Exception, e: print type(e).__name__, e,
inf = float('inf'); nan = float('nan')
vals = [0j, -0j, 1j, -1.5j, complex(-0.0, -0.0), complex(0.0,-0.0), complex(-0.0, 0.0), 2-3j, complex(inf, nan), complex(nan, -inf), 1.0, -0.0, 0.0, 0, -1, 2**70, inf, True]
for a in vals:
    for b in vals:
        t(complex, a, b)
    print
    t(complex, a); t(lambda: complex(imag=a)); t(lambda: complex(real=a)); print
class C(complex): pass
class F(object):
    def __float__(self): return -0.0
class G(object):
    def __complex__(self): return complex(1, -0.0)
for a in (C(1, -0.0), F(), G()):
    for b in (C(2, -0.0), F(), 0.0, -0.0):
        t(complex, a, b); t(complex, b, a)
    print
for a in None, '', 'x', [], (1, 2):
    t(complex, a)
    t(complex, a, None)
    t(complex, 1, a)
