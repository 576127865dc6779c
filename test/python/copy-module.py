# Shallow and deep copies.
import copy
a = [1, [2, 3], {'k': [4]}]
b = copy.copy(a)
c = copy.deepcopy(a)
a[1].append(9)
a[2]['k'].append(9)
print b, c, b[1] is a[1], c[1] is a[1]
class P:
    def __init__(self): self.items = [1]
p = P()
q = copy.copy(p)
r = copy.deepcopy(p)
p.items.append(2)
print q.items, r.items, q.__class__ is P
l = [1]
l.append(l)
m = copy.deepcopy(l)
print m, m[1] is m
