# Operators through special methods, reflected and in place.
class V(object):
    def __init__(self, v): self.v = v
    def __add__(self, o): return "add(%s,%s)" % (self.v, o)
    def __radd__(self, o): return "radd(%s,%s)" % (self.v, o)
    def __sub__(self, o): return NotImplemented
    def __mul__(self, o): return "mul"
    def __div__(self, o): return "div"
    def __floordiv__(self, o): return "floordiv"
    def __mod__(self, o): return "mod"
    def __pow__(self, o): return "pow"
    def __neg__(self): return "neg"
    def __pos__(self): return "pos"
    def __invert__(self): return "invert"
    def __abs__(self): return "abs"
    def __int__(self): return 42
    def __float__(self): return 4.5
    def __iadd__(self, o):
        self.v += o
        return self
    def __and__(self, o): return "and"
    def __lshift__(self, o): return "lshift"
v = V(1)
print v + 2, 2 + v, v * 1, v / 1, v // 1, v % 1, v ** 1, -v, +v, ~v, abs(v), int(v), float(v), v & 1, v << 1
v += 5
print v.v
print v - 1
