# for uses __iter__ and next.
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def next(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print list(Countdown(3)), [x for x in Countdown(2)], sum(Countdown(4)), 1 in Countdown(3), tuple(Countdown(1))
a, b = Countdown(2)
print a, b, max(Countdown(5)), sorted(Countdown(3)), zip(Countdown(2), "ab"), dict(zip("ab", Countdown(2)))['a']
it = iter([1, 2, 3])
print next(it), list(it), list(it), list(iter(lambda c=[3]: c.append(c.pop() - 1) or c[0], 0))
class NotIterable(object): pass
try:
    for x in NotIterable(): pass
except TypeError, e:
    print e
class BadIter(object):
    def __iter__(self): return 5
for x in BadIter(): pass
