"""Functions of complex numbers."""
import cmath

for z in 1, -1, 1j, -1j, 2 + 3j, -2.5 + 0.5j, 0.5 - 0.25j, complex(-1, -0.0), 1e-10 + 1e-5j:
    print z, cmath.sqrt(z), cmath.exp(z), cmath.log(z), cmath.log10(z), cmath.phase(z), cmath.polar(z)
    print cmath.sin(z), cmath.cos(z), cmath.tan(z), cmath.sinh(z), cmath.cosh(z), cmath.tanh(z)
    print cmath.asin(z), cmath.acos(z), cmath.atan(z) if z not in (1j, -1j) else '', cmath.asinh(z), cmath.acosh(z)
print cmath.exp(1j * cmath.pi), cmath.rect(2, cmath.pi / 2), cmath.log(8, 2), cmath.log(1j, 2), cmath.e, cmath.sqrt(-4)


class Point(object):
    def __complex__(self):
        return 3 + 4j


print cmath.polar(Point()), cmath.sqrt(10 ** 20), cmath.sqrt(True)
