# Generator expressions are lazy and have their own scope.
def show(x):
    print "make", x,
    return x
g = (show(x) * 2 for x in [1, 2, 3] if x != 2)
print "lazy"
print list(g), list(g)
x = "outside"
print sum(x for x in range(4)), x, max(len(w) for w in "a bbb cc".split()), any(x > 2 for x in [1, 3]), all([])
print dict((k, v) for k, v in [("a", 1)]), sorted(set(c for c in "hello")), ",".join(str(i) for i in range(3))
print [y for y in range(3)], y
