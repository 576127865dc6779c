# Generators produce values on demand and remember where they were.
def count(n):
    print "start"
    for i in range(n):
        print "about to yield", i
        yield i
    print "end"
g = count(2)
print "made"
print g.next()
print next(g)
try:
    g.next()
except StopIteration:
    print "stopped"
print next(g, "default"), list(count(1)), sum(x for x in [1, 2, 3])
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print [f.next() for i in range(10)]
def tree(t):
    if t:
        for x in tree(t[0]): yield x
        yield t[1]
        for x in tree(t[2]): yield x
print list(tree(((None, 1, None), 2, (None, 3, None))))
