# Functions of the math module.
import math
print math.sqrt(2), math.floor(-1.5), math.ceil(1.1), math.fabs(-3), math.pow(2, 0.5), math.exp(0), math.log(math.e), math.log(8, 2), math.log10(1000)
print math.sin(0), math.cos(0), math.atan2(1, 1), math.degrees(math.pi), math.radians(180), math.fmod(7, 3), math.modf(2.5), math.trunc(-2.7), math.factorial(10)
print math.isnan(float("nan")), math.isinf(1e400), math.frexp(8.0), math.ldexp(0.5, 4), math.copysign(1, -0.0), math.fsum([0.1] * 10)
try:
    math.sqrt(-1)
except ValueError, e:
    print e
try:
    math.log(0)
except ValueError, e:
    print e
math.exp(1000)
