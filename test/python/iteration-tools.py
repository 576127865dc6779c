# enumerate, zip, reversed, map, filter, reduce, range, xrange.
print list(enumerate("ab")), list(enumerate("ab", 1)), zip([1, 2, 3], "ab"), zip(), list(reversed([1, 2, 3])), list(reversed("ab"))
print map(str, [1, 2]), map(None, [1, 2], [3]), map(lambda a, b: (a, b), [1], [2, 3]), filter(None, [0, 1, "", "a"]), filter(lambda c: c > "a", "abc")
print reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(lambda a, b: a + b, [], "start"), range(3), range(1, 10, 3), range(5, 0, -2), range(0)
print xrange(3), list(xrange(2, 8, 2)), len(xrange(10)), xrange(10)[3], 3 in xrange(5), any([0, 1]), all([1, 0]), apply(max, (1, 2))
for i, (a, b) in enumerate([("x", 1), ("y", 2)]):
    print i, a, b
