# from __future__ import division makes / exact.
from __future__ import division
print 7 / 2, 7 // 2, -7 / 2, 6 / 3, 1 / 3
x = 7
x /= 2
print x
class V(object):
    def __truediv__(self, o): return "truediv"
print V() / 1
