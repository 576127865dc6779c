"""Exact fractions of whole numbers."""

from math import floor as _floor
from numbers import Rational as _Rational
import sys as _sys

__all__ = ['Fraction', 'gcd']


def gcd(a, b):
    """The greatest common divisor, with the sign of b unless b is 0."""
    while b:
        a, b = b, a % b
    return a


def _parsed(text):
    """(numerator, denominator) of '3/4', '-1.25', '1e-3' ...; None when it is no such text."""
    body = text.strip()
    sign = -1 if body[:1] == '-' else 1
    if body[:1] in ('-', '+'):
        body = body[1:]
    if not body[:1].isdigit() and not (body[:1] == '.' and body[1:2].isdigit()):
        return None
    numerator, slash, denominator = body.partition('/')
    if slash:
        if not numerator.isdigit() or not denominator.isdigit():
            return None
        return sign * int(numerator), int(denominator)
    mantissa, mark, exponent = body.partition('e' if 'e' in body else 'E')
    whole, _, fraction = mantissa.partition('.')
    unsigned = exponent[1:] if exponent[:1] in ('-', '+') else exponent
    if not (whole + fraction).isdigit() or (mark and not unsigned.isdigit()):
        return None
    exponent = int(exponent or 0) - len(fraction)
    number = sign * int(whole + fraction)
    return (number * 10 ** exponent, 1) if exponent >= 0 else (number, 10 ** -exponent)


def _is_decimal(value):
    """Is it a Decimal? Who has one has imported its module."""
    module = _sys.modules.get('decimal')
    return module is not None and isinstance(value, module.Decimal)


def _is_infinite(x):
    """Also of what is not a number."""
    return x - x != 0


def _operators(exact, inexact):
    """An operator and its reflection: exact with fractions and integers, else with floats or complex numbers."""

    def forward(a, b):
        if isinstance(b, (int, long, Fraction)):
            return exact(a, b)
        if isinstance(b, float):
            return inexact(float(a), b)
        if isinstance(b, complex):
            return inexact(complex(a), b)
        return NotImplemented

    def reflected(b, a):
        if isinstance(a, (int, long, _Rational)):
            return exact(a, b)
        if isinstance(a, float):
            return inexact(a, float(b))
        if isinstance(a, complex):
            return inexact(a, complex(b))
        return NotImplemented

    return forward, reflected


def _comparison(compare):
    """An ordering with numbers that have one."""

    def ordering(self, other):
        if isinstance(other, (int, long, _Rational)):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, complex):
            raise TypeError('no ordering relation is defined for complex numbers')
        if isinstance(other, float):
            return compare(0.0, other) if _is_infinite(other) else compare(self, Fraction.from_float(other))
        return NotImplemented

    return ordering


class Fraction(_Rational):
    """A fraction in lowest terms, of two whole numbers, a text, a float or a Decimal."""

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super(Fraction, cls).__new__(cls)
        if denominator is None:
            if isinstance(numerator, _Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float):
                value = Fraction.from_float(numerator)
                self._numerator, self._denominator = value._numerator, value._denominator
                return self
            if _is_decimal(numerator):
                value = Fraction.from_decimal(numerator)
                self._numerator, self._denominator = value._numerator, value._denominator
                return self
            if not isinstance(numerator, basestring):
                raise TypeError('argument should be a string or a Rational instance')
            parts = _parsed(numerator)
            if parts is None:
                raise ValueError('Invalid literal for Fraction: %r' % numerator)
            numerator, denominator = parts
        elif isinstance(numerator, _Rational) and isinstance(denominator, _Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError('both arguments should be Rational instances')
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
        divisor = gcd(numerator, denominator)
        self._numerator = numerator // divisor
        self._denominator = denominator // divisor
        return self

    @classmethod
    def from_float(cls, f):
        """The float exactly."""
        if isinstance(f, (int, long)):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('%s.from_float() only takes floats, not %r (%s)' % (cls.__name__, f, type(f).__name__))
        if _is_infinite(f):
            raise TypeError('Cannot convert %r to %s.' % (f, cls.__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """The Decimal exactly."""
        if isinstance(dec, (int, long)):
            return cls(dec)
        if not _is_decimal(dec):
            raise TypeError('%s.from_decimal() only takes Decimals, not %r (%s)' % (cls.__name__, dec, type(dec).__name__))
        if not dec.is_finite():
            raise TypeError('Cannot convert %s to %s.' % (dec, cls.__name__))
        sign, digits, exponent = dec.as_tuple()
        number = int(''.join(map(str, digits)))
        if sign:
            number = -number
        return cls(number * 10 ** exponent) if exponent >= 0 else cls(number, 10 ** -exponent)

    def limit_denominator(self, max_denominator=1000000):
        """The nearest fraction whose denominator is at most that."""
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        # The convergents of the continued fraction, as long as they fit.
        before, last = (0, 1), (1, 0)
        n, d = self._numerator, self._denominator
        while True:
            whole = n // d
            following = before[0] + whole * last[0], before[1] + whole * last[1]
            if following[1] > max_denominator:
                break
            before, last = last, following
            n, d = d, n - whole * d
        times = (max_denominator - before[1]) // last[1]
        between = Fraction(before[0] + times * last[0], before[1] + times * last[1])
        last = Fraction(*last)
        return last if abs(last - self) <= abs(between - self) else between

    numerator = property(lambda self: self._numerator)
    denominator = property(lambda self: self._denominator)

    def __repr__(self):
        return 'Fraction(%s, %s)' % (self._numerator, self._denominator)

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else '%s/%s' % (self._numerator, self._denominator)

    __add__, __radd__ = _operators(
        lambda a, b: Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator),
        lambda a, b: a + b)
    __sub__, __rsub__ = _operators(
        lambda a, b: Fraction(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator),
        lambda a, b: a - b)
    __mul__, __rmul__ = _operators(
        lambda a, b: Fraction(a.numerator * b.numerator, a.denominator * b.denominator),
        lambda a, b: a * b)
    __div__, __rdiv__ = _operators(
        lambda a, b: Fraction(a.numerator * b.denominator, a.denominator * b.numerator),
        lambda a, b: a / b)
    __truediv__, __rtruediv__ = __div__, __rdiv__

    def __floordiv__(a, b):
        return _rounded_down(a / b)

    def __rfloordiv__(b, a):
        return _rounded_down(a / b)

    def __mod__(a, b):
        return a - b * (a // b)

    def __rmod__(b, a):
        return a - b * (a // b)

    def __pow__(a, b):
        if not isinstance(b, _Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        if b.numerator >= 0:
            return Fraction(a._numerator ** b.numerator, a._denominator ** b.numerator)
        return Fraction(a._denominator ** -b.numerator, a._numerator ** -b.numerator)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, _Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** b._numerator if b._denominator == 1 else a ** float(b)

    def __pos__(self):
        return Fraction(self._numerator, self._denominator)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __trunc__(self):
        n = self._numerator
        return -(-n // self._denominator) if n < 0 else n // self._denominator

    def __hash__(self):
        # What is equal has the same hash: integers, and the floats that are this fraction exactly.
        if self._denominator == 1:
            return hash(self._numerator)
        if self == float(self):
            return hash(float(self))
        return hash((self._numerator, self._denominator))

    def __eq__(self, other):
        if isinstance(other, (int, long, _Rational)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            return 0.0 == other if _is_infinite(other) else self == Fraction.from_float(other)
        return NotImplemented

    __lt__ = _comparison(lambda a, b: a < b)
    __le__ = _comparison(lambda a, b: a <= b)
    __gt__ = _comparison(lambda a, b: a > b)
    __ge__ = _comparison(lambda a, b: a >= b)

    def __nonzero__(self):
        return self._numerator != 0

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _rounded_down(quotient):
    if isinstance(quotient, _Rational):
        return quotient.numerator // quotient.denominator
    return _floor(quotient)
