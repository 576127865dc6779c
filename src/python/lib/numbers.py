"""The classes of numbers, from `Number` to `Integral`: for asking what a number can do, and for making kinds of one's own."""

from __future__ import division

from abc import ABCMeta, abstractmethod, abstractproperty

__all__ = ['Number', 'Complex', 'Real', 'Rational', 'Integral']


class Number(object):
    """Every number is one of these."""

    __metaclass__ = ABCMeta
    __slots__ = ()
    __hash__ = None


def _abstract(*arguments):
    """A method that who derives from the class must write."""
    if len(arguments) == 1:
        return abstractmethod(lambda self: _not_written())
    return abstractmethod(lambda self, other: _not_written())


def _not_written():
    raise NotImplementedError


class Complex(Number):
    """What `complex` can do: + - * / ** ==, abs, real, imag, conjugate."""

    __slots__ = ()

    __complex__ = _abstract('self')
    real = abstractproperty(lambda self: _not_written())
    imag = abstractproperty(lambda self: _not_written())
    __add__ = _abstract('self', 'other')
    __radd__ = _abstract('self', 'other')
    __neg__ = _abstract('self')
    __pos__ = _abstract('self')
    __mul__ = _abstract('self', 'other')
    __rmul__ = _abstract('self', 'other')
    __div__ = _abstract('self', 'other')
    __rdiv__ = _abstract('self', 'other')
    __truediv__ = _abstract('self', 'other')
    __rtruediv__ = _abstract('self', 'other')
    __pow__ = _abstract('self', 'exponent')
    __rpow__ = _abstract('self', 'base')
    __abs__ = _abstract('self')
    conjugate = _abstract('self')
    __eq__ = _abstract('self', 'other')

    def __nonzero__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __ne__(self, other):
        return not self == other


class Real(Complex):
    """And what `float` can: float, trunc, // % divmod, < <= > >=."""

    __slots__ = ()

    __float__ = _abstract('self')
    __trunc__ = _abstract('self')
    __floordiv__ = _abstract('self', 'other')
    __rfloordiv__ = _abstract('self', 'other')
    __mod__ = _abstract('self', 'other')
    __rmod__ = _abstract('self', 'other')
    __lt__ = _abstract('self', 'other')
    __le__ = _abstract('self', 'other')

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


class Rational(Real):
    """A fraction, in lowest terms."""

    __slots__ = ()

    numerator = abstractproperty(lambda self: _not_written())
    denominator = abstractproperty(lambda self: _not_written())

    def __float__(self):
        return self.numerator / self.denominator


class Integral(Rational):
    """And what `int` can: long, index, << >> & ^ | ~."""

    __slots__ = ()

    __long__ = _abstract('self')
    __lshift__ = _abstract('self', 'other')
    __rlshift__ = _abstract('self', 'other')
    __rshift__ = _abstract('self', 'other')
    __rrshift__ = _abstract('self', 'other')
    __and__ = _abstract('self', 'other')
    __rand__ = _abstract('self', 'other')
    __xor__ = _abstract('self', 'other')
    __rxor__ = _abstract('self', 'other')
    __or__ = _abstract('self', 'other')
    __ror__ = _abstract('self', 'other')
    __invert__ = _abstract('self')

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        _not_written()

    def __index__(self):
        return long(self)

    def __float__(self):
        return float(long(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Complex.register(complex)
Real.register(float)
Integral.register(int)
Integral.register(long)
