# A bare raise passes on what is being handled.
import sys
def risky():
    raise ValueError("deep")
def middle():
    try:
        risky()
    except ValueError:
        print "middle saw it"
        raise
try:
    middle()
except ValueError, e:
    print "outer saw", e, sys.exc_info()[0].__name__, sys.exc_info()[1] is e
def inner_handled():
    try:
        raise KeyError("a")
    except KeyError:
        try:
            raise TypeError("b")
        except TypeError:
            pass
        raise
try:
    inner_handled()
except Exception, e:
    print type(e).__name__, e
try:
    raise
except Exception, e:
    print type(e).__name__
middle()
