"""frexp, ldexp, modf, fsum and other functions that are exact."""
import math

for x in 0.0, -0.0, 1.0, -8.0, 0.1, 1e308, 5e-324, 2.5e-310, float('inf'), float('nan'):
    print repr(x), math.frexp(x), math.modf(x), math.copysign(1, x) if x == x else '', math.isinf(x), math.isnan(x)
print math.ldexp(0.5, 3), math.ldexp(1, -1074), math.ldexp(3.0, -1076), math.ldexp(1e-320, 1030), math.ldexp(0.0, 10 ** 20), math.ldexp(1, -10 ** 20)
print math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e100, 1, -1e100]), math.fsum([1e-16, 1, 1e16]), math.fsum([]), math.fsum([float('inf'), 1])
print math.factorial(0), math.factorial(20), math.factorial(25), math.factorial(5.0), math.gamma(6), math.gamma(0.5), math.lgamma(100)
print math.log(10 ** 400), math.log10(10 ** 400), math.log(2 ** 2000, 2), math.fmod(-7, 3), math.fmod(7.5, -2), -7 % 3
print math.trunc(-2.7), math.floor(-2.5), math.ceil(-2.5), math.fabs(-3), math.hypot(3, 4), math.pow(-1, float('inf')), math.pow(1, float('nan'))
