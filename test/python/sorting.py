# Sorting is stable; cmp, key and reverse.
people = [("Jean", 30), ("Anne", 25), ("Luc", 30), ("Zoe", 25)]
print sorted(people), sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True)
print sorted([3, 1, 2], cmp=lambda a, b: b - a), sorted("bAc", key=str.lower), sorted({"b": 1, "a": 2})
a = [5, 2, 8]
print a.sort(), a
a.sort(lambda x, y: cmp(y, x))
print a
a.sort(key=lambda x: -x, reverse=True)
print a, sorted([(1, "b"), (1, "a")]), sorted([[2], [1, 5]]), sorted([True, 0, 2.5, -1L])
words = "the quick brown fox jumps".split()
words.sort(key=len)
print words
def bad(a, b):
    raise KeyError("compare")
sorted([2, 1], bad)
