# New-style classes descend from object.
class Point(object):
    def __init__(self, x=0, y=0):
        self.x, self.y = x, y
    def __repr__(self):
        return "Point(%r, %r)" % (self.x, self.y)
    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)
    def __ne__(self, other):
        return not self == other
    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)
p = Point(1, 2)
print p, str(p), [p], p == Point(1, 2), p != Point(1, 2), p + Point(y=5), type(p), Point.__mro__, Point.__name__
print type(p) is Point, p.__class__ is Point, sorted(vars(p)), Point.__bases__, isinstance(p, object)
try:
    p.z
except AttributeError, e:
    print e
try:
    Point.z
except AttributeError, e:
    print e
