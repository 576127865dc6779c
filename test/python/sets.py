# Sets and frozensets.
a = set([1, 2, 3])
b = set([3, 4])
print sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), a & b == set([3]), 3 in a, len(a)
a.add(3); a.add(9); a.discard(100); a.remove(1)
print sorted(a), a > set([2]), a.issubset([2, 3, 9, 10]), a.isdisjoint(b), set("hello") == set("olleh")
print set(), frozenset([1]), set([1]), {1} == set([1]), sorted({x % 3 for x in range(10)})
print {frozenset([1]): 'ok'}[frozenset([1])], sorted(a.union(b, [7])), a.intersection([9])
try:
    a.remove(100)
except KeyError, e:
    print "KeyError", e
try:
    set([[]])
except TypeError, e:
    print e
try:
    set([1]) + set([2])
except TypeError, e:
    print e
