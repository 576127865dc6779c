# Wrong numbers of arguments, in CPython's words.
def none(): pass
def one(a): pass
def two(a, b): pass
def some(a, b=1): pass
def many(a, *args): pass
class A:
    def method(self, x): pass
def attempt(f, *args, **kw):
    try:
        f(*args, **kw)
        print "fine"
    except TypeError, e:
        print e
attempt(none, 1)
attempt(one)
attempt(one, 1, 2)
attempt(two, 1)
attempt(two, 1, 2, 3)
attempt(some)
attempt(some, 1, 2, 3)
attempt(many)
attempt(one, a=1)
attempt(one, b=1)
attempt(one, 1, a=1)
attempt(some, 1, c=2)
attempt(two, b=1)
attempt(A().method)
attempt(A().method, 1, 2)
attempt(A.method, 1)
attempt(A, 1)
attempt(5)
attempt("abc")
attempt(lambda x: x)
