# Comparisons chain and evaluate each operand once.
def f(x):
    print "f(%r)" % x,
    return x
print f(1) < f(2) < f(3)
print f(1) < f(0) < f(3)
print 1 < 2 > 1 != 0 == False is not None
print None < 1 < "a" < (1,), [1] < "a", {} < [], (1, 2) < (1, 3), [1, 2] < [1, 2, 0], "a" <> "b"
print sorted([3, "b", None, 1.5, "a", 2L, (1,), [0]])
