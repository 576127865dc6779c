# Errors of lists, one by one.
def attempt(f):
    try:
        print f()
    except Exception, e:
        print e.__class__.__name__ + ":", e
a = [1, 2]
attempt(lambda: a[2])
attempt(lambda: a[-3])
attempt(lambda: a["0"])
attempt(lambda: a.remove(9))
attempt(lambda: a.index(9))
attempt(lambda: [].pop())
attempt(lambda: a.pop(5))
attempt(lambda: a + (1,))
attempt(lambda: a * "2")
attempt(lambda: a.foo)
attempt(lambda: len(5))
attempt(lambda: list(5))
attempt(lambda: a.append())
attempt(lambda: a.append(1, 2))
attempt(lambda: {}[[]])
attempt(lambda: max([]))
attempt(lambda: sum(["a"]))
attempt(lambda: a[1.5])
attempt(lambda: iter(3))
