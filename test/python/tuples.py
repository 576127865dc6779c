# Tuples do not change.
t = 1, 2, 3
print t, (1,), (), t[0], t[-1], t[1:], t + (4,), t * 2, len(t), 2 in t, t.index(2), t.count(1), t == (1, 2, 3)
a, (b, c), d = 1, (2, 3), [4]
print a, b, c, d
a, b = b, a
print a, b, hash((1, 2)) == hash((1, 2)), cmp((1, 2), (1, 3)), tuple("ab"), tuple([1])
[x, y] = "xy"
print x, y
try:
    t[0] = 9
except TypeError, e:
    print e
try:
    t.append(4)
except AttributeError, e:
    print e
