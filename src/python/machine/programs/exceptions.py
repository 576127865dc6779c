# Raising, matching and re-raising, with old-style classes and sys.exc_info().
import sys
# exceptions
class OldE: pass
class OldE2(OldE): 
    def __str__(self): return 'old2'
try: raise OldE2
except OldE, e: print 'old', e.__class__.__name__
try: raise OldE2()
except OldE: print sys.exc_info()[0].__name__
for bad in (1, 'str', None, [], object()):
    try: raise bad
    except TypeError, e: print e
try: raise ValueError, 'msg'
except ValueError, e: print e.args
try: raise ValueError, ('a', 'b')
except ValueError, e: print e.args
try: raise ValueError('x'), 'y'
except TypeError, e: print e
try: raise
except Exception, e: print type(e), e
try: raise (ValueError, 1), 5
except ValueError, e: print e
class Weird(Exception):
    def __new__(cls): return 5
try: raise Weird
except TypeError, e: print e
def nest():
    try:
        try: raise KeyError(1)
        finally: print 'f1'
    except KeyError:
        try: raise ValueError(2)
        except ValueError: print 'inner', sys.exc_info()[1]
        print 'outer', sys.exc_info()[1]
        raise
try: nest()
except Exception, e: print repr(e)
print sys.exc_info()[1]
sys.exc_clear()
print sys.exc_info()
