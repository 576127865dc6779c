# __eq__, __lt__, __cmp__, __hash__ and __nonzero__.
class C:
    def __init__(self, n): self.n = n
    def __cmp__(self, other):
        return cmp(self.n, other.n)
    def __repr__(self): return "C%d" % self.n
print C(1) < C(2), C(2) == C(2), C(3) != C(3), sorted([C(3), C(1), C(2)]), max(C(1), C(5)), cmp(C(1), C(2))
class L(object):
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return "L%d" % self.n
print sorted([L(2), L(1)]), L(1) < L(2), L(1) > L(2)
class H(object):
    def __init__(self, k): self.k = k
    def __hash__(self): return hash(self.k)
    def __eq__(self, o): return self.k == o.k
d = {H("a"): 1}
d[H("a")] = 2
print len(d), d[H("a")], H("b") in d
class Z(object):
    def __nonzero__(self): return False
class E(object):
    def __len__(self): return 0
class EO:
    def __len__(self): return 3
print bool(Z()), bool(E()), bool(EO()), not Z(), "yes" if E() else "no"
