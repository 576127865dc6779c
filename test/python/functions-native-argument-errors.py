# Built-in functions count their arguments too.
def attempt(f, *args, **kw):
    try:
        f(*args, **kw)
        print "fine"
    except TypeError, e:
        print e
attempt(len)
attempt(len, 1, 2)
attempt(ord, "ab")
attempt(ord, 1)
attempt(chr, "a")
attempt(isinstance, 1)
attempt(getattr, 1)
attempt("a".upper, 1)
attempt("a".join, [1])
attempt("a".join, 5)
attempt([].append)
attempt({}.get)
attempt(abs, "x")
attempt(sorted)
attempt(range)
attempt("x".replace, 1, 2)
