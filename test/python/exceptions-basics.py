# try, except, else, finally and what e says.
def attempt(f):
    try:
        result = f()
    except ZeroDivisionError:
        print "division by zero"
    except (KeyError, IndexError), e:
        print type(e).__name__, e
    except StandardError, e:
        print "other:", e.__class__.__name__, e, e.args
    else:
        print "result", result
    finally:
        print "finally"
attempt(lambda: 1 / 0)
attempt(lambda: {}['k'])
attempt(lambda: [][1])
attempt(lambda: int("x"))
attempt(lambda: 42)
attempt(lambda: undefined)
try:
    raise ValueError
except:
    print "bare except"
try:
    raise ValueError, "old form"
except ValueError as e:
    print e, repr(e), e.message, str(e) == "old form"
print repr(ValueError(1, "two")), str(ValueError(1, "two")), str(ValueError()), IOError(2, "No such file")
