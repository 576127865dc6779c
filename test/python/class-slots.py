# __slots__ restricts the attributes.
class P(object):
    __slots__ = ('x', 'y')
p = P()
p.x = 1
print p.x
try:
    p.y
except AttributeError, e:
    print e
p.z = 3
