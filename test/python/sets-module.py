"""The module sets, from before set was built in."""
import copy
import pickle
import sys

# Beside this file lies another of the same name.
sys.path = sys.path[1:]
from sets import BaseSet, ImmutableSet, Set


def attempt(call, *args):
    try:
        print repr(call(*args))
    except Exception as error:
        print '%s: %s' % (type(error).__name__, error)


s, t, u = Set([1]), ImmutableSet([2]), Set([1, 2])
print s, t, s & u, u - s, u ^ s, s.union([1]), s == Set([1]), s == 1, s != t, s == set([1]), s < u, u > s, s <= s, 1 in s, len(u), sorted(u)
print Set([Set([1])]), Set([1]) in Set([ImmutableSet([1])]), sorted(s | t), hash(t) == hash(ImmutableSet([2])), {t: 'x'}[ImmutableSet([2])]
s.add(5)
s.update([6])
s.discard(99)
s.remove(1)
print sorted(s), s.issubset(u), u.issuperset(Set([1])), Set('a'), Set(), isinstance(s, BaseSet)
s.intersection_update([5])
s.symmetric_difference_update([5, 7])
print s, copy.copy(s), copy.deepcopy(Set([(1,)])), pickle.loads(pickle.dumps(t)), pickle.loads(pickle.dumps(s, 2)), t.copy()
s |= Set([8])
s -= Set([7])
print s, s.pop(), s, Set._repr(u, True)
s.clear()
attempt(BaseSet)
attempt(hash, s)
attempt(lambda: u | [1])
attempt(lambda: u <= [1])
attempt(u.union, 3)
attempt(cmp, s, u)
attempt(s.add, [])
attempt(s.remove, 9)
attempt(Set, 1)
attempt(Set, [[]])
attempt(lambda: t.add)
attempt(s.pop)
