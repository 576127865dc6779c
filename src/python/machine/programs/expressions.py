# Operators, displays, slices, decorators and print to other objects.
import sys
def deco(f): print 'deco', f.__name__; return f
@deco
def decorated(): pass
print (lambda *a, **k: (a, k))(1, *(2, 3), **{'z': 4})
print map(lambda x: x + 1, [1, 2]), reduce(lambda a, b: a * b, [1, 2, 3]), filter(None, [0, 1])
print {1: 2}[1], {x: x * x for x in range(3)}, {1, 2}, [i for i in 'ab']
x = 5; x **= 2; x //= 3; x <<= 1; print x
l = [1, 2, 3, 4]; l[1:3] = [9]; print l; del l[:1]; print l, l[::-1], l[-1:]
print 1 < 2 < 3, 1 < 3 < 2, not 1, 1 if 0 else 2, 'a' in 'abc', 3 not in [1]
print >>sys.stdout, 'to', 'stdout'
class Out:
    def __init__(self): self.t = []
    def write(self, s): self.t.append(s)
o = Out(); print >>o, 'a', 1,; print >>o, u'b'; print o.t
sys.stdout = o; print 'hidden', 2; sys.stdout = sys.__stdout__; print o.t[-4:]
