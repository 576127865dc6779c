"""Functions of real numbers. `_math` has those that the host computes; the others are here."""

from _math import *
from _math import log as _log, log10 as _log10


def fabs(x):
    return copysign(x, 1.0)


def _float(x):
    """A number as a float; TypeError for text, which `float` would read."""
    return copysign(x, x)


def degrees(x):
    return x * (180 / pi)


def radians(x):
    return x * (pi / 180)


def isnan(x):
    x = _float(x)
    return x != x


def isinf(x):
    return fabs(x) == _infinity


_infinity = float('inf')


def trunc(x):
    return x.__trunc__()


def _of_any_size(function, x):
    """A logarithm; a long may be too large for a float."""
    try:
        return function(x)
    except OverflowError:
        pass
    shift = x.bit_length() - 64
    return function(x >> shift) + shift * function(2)


def log(x, *base):
    if len(base) > 1:
        raise TypeError('log expected at most 2 arguments, got %d' % (len(base) + 1))
    result = _of_any_size(_log, x)
    return result / _of_any_size(_log, base[0]) if base else result


def log10(x):
    return _of_any_size(_log10, x)


def factorial(x):
    if x != int(x):
        raise ValueError('factorial() only accepts integral values')
    if x < 0:
        raise ValueError('factorial() not defined for negative values')
    result = 1
    for factor in xrange(2, int(x) + 1):
        result *= factor
    return result


def frexp(x):
    """(m, e) with x == m * 2 ** e and m in [0.5, 1)."""
    x = _float(x)
    if x == 0 or x - x != 0:
        return x, 0
    exponent = 0
    # By large strides first.
    for stride in 512, 64, 8, 1:
        while abs(x) >= 1 << stride:
            x /= 1 << stride
            exponent += stride
        while abs(x) * (1 << stride) < 1:
            x *= 1 << stride
            exponent -= stride
    if abs(x) >= 1:
        return x / 2, exponent + 1
    return x, exponent


def modf(x):
    """(what comes after the point, what comes before it), both with the sign of x."""
    x = _float(x)
    if isinf(x):
        return copysign(0.0, x), x
    fraction = fmod(x, 1.0)
    return copysign(fraction, x), copysign(x - fraction, x)


def fsum(iterable):
    """The sum, exact but for its last rounding: what each addition loses is kept beside (Shewchuk, 1997)."""
    partials = []
    for x in iterable:
        x = _float(x)
        kept = []
        for y in partials:
            if abs(x) < abs(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low:
                kept.append(low)
            x = high
        partials = kept + [x]
    return _rounded(partials)


def _rounded(partials):
    """The sum of numbers that do not overlap, the smallest first, rounded once."""
    total = 0.0
    while partials:
        x = total
        y = partials.pop()
        total = x + y
        low = y - (total - x)
        if low:
            # Exactly half way: the rest below decides the direction.
            if partials and (low < 0) == (partials[-1] < 0):
                twice = low * 2
                if total + twice - total == twice:
                    total += twice
            break
    return total


_lanczos = [676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
            -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7]


def gamma(x):
    """The gamma function, by the approximation of Lanczos (g = 7, n = 9)."""
    x = _float(x)
    if x == floor(x):
        if x <= 0:
            raise ValueError('math domain error')
        if x <= 171:
            return float(factorial(x - 1))
    if x == _infinity:
        return x
    if x > 171.7:
        raise OverflowError('math range error')
    if x < 0.5:
        return pi / (sin(pi * x) * gamma(1 - x))
    return sqrt(2 * pi) * pow(x + 6.5, x - 0.5) * exp(-x - 6.5) * _series(x)


def lgamma(x):
    """The logarithm of the absolute value of the gamma function."""
    x = _float(x)
    if x == floor(x) and x <= 0:
        raise ValueError('math domain error')
    if x in (1.0, 2.0):
        return 0.0
    if x < 0.5:
        return log(pi / abs(sin(pi * x))) - lgamma(1 - x)
    return 0.5 * log(2 * pi) + (x - 0.5) * log(x + 6.5) - x - 6.5 + log(_series(x))


def _series(x):
    total = 0.99999999999980993
    for at, term in enumerate(_lanczos):
        total += term / (x + at)
    return total
