# int becomes long past 2**63 - 1; long never comes back.
import sys
print sys.maxint, sys.maxint + 1, repr(sys.maxint + 1), repr(-sys.maxint - 1), repr(-sys.maxint - 2)
print type(sys.maxint), type(sys.maxint + 1), repr(2 ** 62), repr(2 ** 63), repr(2 ** 64 - 2 ** 64)
print repr(9007199254740991 + 2), repr(9007199254740993 * 3), 9007199254740993 - 1, repr(3037000500 * 3037000500)
print repr(10 ** 20), repr(-10 ** 20 // 7), repr(10 ** 20 % 7), repr(5L), repr(long(5)), repr(int(5L)), 5L == 5
print repr(int(10 ** 20)), repr(int(2.0 ** 62)), repr(int(1e30)), 1 << 62, repr(1 << 63), repr(1L << 3), -1 >> 70
print abs(-2 ** 63), 2 ** 63 == float(2 ** 63), repr(-(-2 ** 63)), repr(-9223372036854775808)
