# AttributeErrors name the type and the attribute.
def attempt(f):
    try:
        print f()
    except AttributeError, e:
        print e
import math
class Old: pass
class New(object): pass
attempt(lambda: (5).foo)
attempt(lambda: "s".foo)
attempt(lambda: u"s".foo)
attempt(lambda: None.foo)
attempt(lambda: [].foo)
attempt(lambda: {}.foo)
attempt(lambda: (1.5).foo)
attempt(lambda: math.foo)
attempt(lambda: Old.foo)
attempt(lambda: Old().foo)
attempt(lambda: New.foo)
attempt(lambda: New().foo)
attempt(lambda: attempt.foo)
attempt(lambda: len.foo)
attempt(lambda: int.foo)
try:
    "s".x = 1
except AttributeError, e:
    print e
try:
    (5).x = 1
except AttributeError, e:
    print e
None.x = 1
