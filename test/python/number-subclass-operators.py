"""Subclasses of numbers: a narrower number leaves the work to a wider one's own methods; `__coerce__`, `__cmp__` and conversions of their own."""
class Long(long):
    def __rsub__(self, other): return 'rsub', other
    def __sub__(self, other): return NotImplemented
    def __ne__(self, other): return 'ne'
class Compared(long):
    def __cmp__(self, other): return -1
class Whole(int):
    def __abs__(self): return 'abs'
    def __pow__(self, other, third=None): return 'pow', other, third
    def __float__(self): return 2.5
    def __int__(self): return 40L
class Coerced(object):
    def __coerce__(self, other): return 5, 3
class Sized(long):
    def __len__(self): return -3
class Text(str):
    def __float__(self): return 1.25
    def __cmp__(self, other): return 5
print 1 - Long(5), 0 != Long(5), Long(5) != 0, 0 < Compared(5), Compared(5) < 0
print abs(Whole(3)), pow(Whole(3), 2, 5), int(Whole(3)), float(Whole(3)), round(Whole(3)), '%d %f' % (Whole(3), Whole(3))
print Coerced() == 3, Coerced() < 4, 3 <= Coerced(), coerce(Coerced(), 1), coerce(Whole(2), 1), coerce(None, None)
print bool(Sized(0)), bool(Sized(1)), float(Text('9')), Text('a') == Text('a'), cmp(Text('a'), Text('a'))
print repr(pow(-9223372036854775808, 3, 2)), repr(pow(2, 62, 7)), repr(pow(0, 2, 3)), repr(pow(2L, 2, 3))
class Truncated(object):
    def __trunc__(self): return 7
class OnlyInt(object):
    def __int__(self): return True
print int(Truncated()), long(Truncated()), int(OnlyInt()), '%d' % OnlyInt()
for call in (lambda: long(OnlyInt()), lambda: int(int), lambda: '%d' % Truncated(), lambda: round(Text('x'), 'a'),
             lambda: coerce('a', 'b'), lambda: divmod(Coerced(), 2), lambda: hex(1.5), lambda: range(5, None),
             lambda: range('a', 'b'), lambda: range(1j)):
    try:
        print call()
    except TypeError as error:
        print error
print Long(5) - 1
