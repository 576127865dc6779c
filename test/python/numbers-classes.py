"""The abstract classes of numbers, and a number of one's own."""
import numbers
from decimal import Decimal
from fractions import Fraction

kinds = [numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral]
for value in 1, 2L, True, 1.5, 1j, Fraction(1, 2), Decimal(1), 'a', None, [1]:
    print repr(value), [kind.__name__ for kind in kinds if isinstance(value, kind)]
for kind in kinds:
    print kind.__name__, sorted(kind.__abstractmethods__), [base.__name__ for base in kind.__mro__]


class Half(numbers.Real):
    def __float__(self):
        return 0.5

    def __trunc__(self):
        return 0

    def __eq__(self, other):
        return 0.5 == other

    def __pos__(self):
        return self

    __add__ = __radd__ = __neg__ = __mul__ = __rmul__ = __div__ = __rdiv__ = __truediv__ = __rtruediv__ = __pow__ = __rpow__ = None
    __abs__ = __lt__ = __le__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = None


half = Half()
print float(half), int(half), half == 0.5, half != 0.5, complex(half), half.real is half, half.imag, bool(half), isinstance(half, numbers.Complex)
