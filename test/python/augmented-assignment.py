# Augmented assignment evaluates its target once and may work in place.
class Log:
    def __getitem__(self, i):
        print "get", i
        return 10
    def __setitem__(self, i, v):
        print "set", i, v
x = 5
x += 1; x -= 2; x *= 3; x /= 2; x **= 2; x %= 20; x //= 3; x <<= 3; x |= 1; x ^= 2; x &= 0xff; x >>= 1
print x
log = Log()
log[len("abc")] += 5
a = b = [1]
a += [2]
print b, a is b
a = a + [3]
print b, a is b
s = "ab"
s += "c"; s *= 2
print s
t = ([],)
try:
    t[0] += [1]
except TypeError, e:
    print e, t
