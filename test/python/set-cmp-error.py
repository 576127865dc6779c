"""Sets are ordered by what they contain, which cmp() cannot tell."""
print set([1]) < set([1, 2]), set([1]) == frozenset([1]), set.__hash__, [].__hash__, frozenset([1]).__hash__() == hash(frozenset([1]))
print set([1]).__and__([1]), cmp(set([1]), set([1]))
cmp(set([1]), set([2]))
