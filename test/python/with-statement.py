# with calls __enter__ and __exit__, also on errors.
from __future__ import with_statement
class Manager(object):
    def __init__(self, name, swallow=False): self.name, self.swallow = name, swallow
    def __enter__(self):
        print "enter", self.name
        return self.name.upper()
    def __exit__(self, kind, value, tb):
        print "exit", self.name, kind and kind.__name__, value
        return self.swallow
with Manager("a") as x:
    print x
with Manager("b", True):
    1 / 0
print "swallowed"
with Manager("c") as p, Manager("d") as q:
    print p, q
def f():
    with Manager("e"):
        return "returned"
print f()
for i in range(2):
    with Manager("f"):
        if i == 0: continue
        break
with Manager("g"):
    raise KeyError("not swallowed")
