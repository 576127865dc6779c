# TypeErrors of operators.
def attempt(f):
    try:
        print f()
    except TypeError, e:
        print e
attempt(lambda: 1 + "a")
attempt(lambda: "a" + 1)
attempt(lambda: "a" + None)
attempt(lambda: [] + 1)
attempt(lambda: None + None)
attempt(lambda: "a" * "b")
attempt(lambda: "a" - "b")
attempt(lambda: -"a")
attempt(lambda: ~1.5)
attempt(lambda: {} + {})
attempt(lambda: 1 & 1.0)
attempt(lambda: None[0])
attempt(lambda: 5[0])
attempt(lambda: "abc"["a"])
attempt(lambda: None())
attempt(lambda: "%d" % "x")
attempt(lambda: "%s %s" % 1)
attempt(lambda: "%s" % (1, 2))
attempt(lambda: 1 in 5)
attempt(lambda: "a" in 5)
attempt(lambda: 1 in "abc")
attempt(lambda: (1,) + [2])
attempt(lambda: u"a" + 1)
attempt(lambda: int([]))
attempt(lambda: object() + 1)
attempt(lambda: (lambda: 0) + 1)
attempt(lambda: len(None))
attempt(lambda: sorted(5))
attempt(lambda: isinstance(1, 1))
attempt(lambda: 1j < 2j)
x = 5
x[0] = 1
