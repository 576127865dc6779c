# finally and else in every nesting.
def trace(which):
    try:
        try:
            print "body",
            if which == 1: raise ValueError("one")
            if which == 2: return "returned"
            if which == 3: raise KeyError("three")
        except ValueError, e:
            print "caught", e,
            raise TypeError("two")
        else:
            print "else",
        finally:
            print "inner finally",
    except TypeError, e:
        print "outer", e,
    finally:
        print "outer finally"
    return "end"
for n in range(4):
    try:
        print trace(n)
    except KeyError, e:
        print "escaped", e
