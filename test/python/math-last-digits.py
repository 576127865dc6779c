"""Functions of floats agree with the C library's to the last digit."""
import math

for x in 0.1, 0.5, 0.7, 1.0, 1.1, 2.0, 2.5, 3.0, 7.3, 10.0, 42.42, 100.0, 1234.5:
    print repr(math.exp(x / 3)), repr(math.log(x)), repr(math.log10(x)), repr(math.sqrt(x)), repr(math.sin(x)), repr(math.cos(x))
    print repr(math.tan(x)), repr(math.atan(x)), repr(math.asin(x / 2000)), repr(math.acos(x / 2000)), repr(math.sinh(x / 7)), repr(math.cosh(x / 7))
    print repr(math.tanh(x)), repr(math.hypot(x, 1)), repr(math.atan2(x, 3)), repr(math.pow(x, 2.2)), repr(x ** 0.3), repr(math.asinh(x)), repr(math.acosh(x + 1))
    print repr(math.gamma(x / 10)), repr(math.lgamma(x)), repr(math.erf(x)), repr(math.erfc(x)), repr(math.expm1(x / 100)), repr(math.log1p(x))
print [10.0 ** -n == float('1e-%d' % n) for n in range(20)].count(True), 10 ** -5, repr(1.05 ** 30), repr(2 ** 0.5), repr(1.1 ** -7)
print repr(abs(1 + 2j)), repr((1 + 2j) ** 2.5), repr(math.degrees(1)), repr(math.radians(1))
