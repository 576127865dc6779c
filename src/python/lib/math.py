"""Functions of real numbers. `_math` has those that the host computes; the others are here."""

from _math import *
from _math import acosh as _acosh, asinh as _asinh, cosh as _cosh, ldexp as _ldexp, log as _log, sinh as _sinh


def fabs(x):
    return copysign(x, 1.0)


def _float(x):
    """A number as a float; TypeError for text, which `float` would read."""
    return copysign(x, x)


def degrees(x):
    return _float(x) * (180 / pi)


def radians(x):
    return _float(x) * (pi / 180)


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


def log(*args):
    if not 1 <= len(args) <= 2:
        raise TypeError('log expected at %s arguments, got %d' % ('most 2' if args else 'least 1', len(args)))
    result = _of_any_size(_log, args[0])
    return result / _of_any_size(_log, args[1]) if len(args) == 2 else result


def log10(x):
    return _of_any_size(_log10, x)


# These are formulas of the C library, as of fdlibm (Sun, 1993), above the exponential and the logarithm.

_log2 = 0.6931471805599453


def _log10(x):
    x = _float(x)
    if not 0 < x < _infinity:
        return _log(x)
    exponent = frexp(x)[1] - 1
    if exponent < 0:
        exponent += 1
    return exponent * 3.694239077158931e-13 + 0.4342944819032518 * _log(ldexp(x, -exponent)) + exponent * 0.30102999566361177


def cosh(x):
    size = fabs(x)
    if not 0.34657359027997264 < size < 709:
        return _cosh(x)
    return exp(size) * 0.5 + 0.5 / exp(size) if size < 22 else exp(size) * 0.5


def sinh(x):
    return copysign(exp(fabs(x)) * 0.5, x) if 22 <= fabs(x) < 709 else _sinh(x)


def asinh(x):
    size = fabs(x)
    if not 2 < size < _infinity:
        return _asinh(x)
    if size > 268435456:
        return copysign(_log(size) + _log2, x)
    return copysign(_log(2 * size + 1 / (sqrt(size * size + 1) + size)), x)


def acosh(x):
    x = _float(x)
    if not 2 < x < _infinity:
        return _acosh(x)
    return _log(x) + _log2 if x > 268435456 else _log(2 * x - 1 / (x + sqrt(x * x - 1)))


def factorial(x):
    if isinstance(x, float) and (x - x != 0 or x != int(x)):
        raise ValueError('factorial() only accepts integral values')
    if not hasattr(x, '__int__'):
        raise TypeError('an integer is required')
    x = int(x)
    if not -1 << 63 <= x < 1 << 63:
        raise OverflowError('Python int too large to convert to C long')
    if x < 0:
        raise ValueError('factorial() not defined for negative values')
    result = 1
    for factor in xrange(2, x + 1):
        result *= factor
    return result


def ldexp(x, i):
    """x * 2 ** i."""
    x = _float(x)
    if not isinstance(i, (int, long)):
        raise TypeError('Expected an int or long as second argument to ldexp.')
    return _ldexp(x, max(-9999, min(i, 9999)))


def frexp(x):
    """(m, e) with x == m * 2 ** e and m in [0.5, 1)."""
    x = _float(x)
    if x == 0 or x - x != 0:
        return x, 0
    # A number that is too small to have all its bits gets them first.
    lift = 54 if fabs(x) < 2.2250738585072014e-308 else 0
    exponent = int((x * 2.0 ** lift).hex().partition('p')[2]) + 1 - lift
    return ldexp(x * 2.0 ** lift, -exponent - lift), exponent


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
    special = infinite = 0.0
    for given in iterable:
        x = given = _float(given)
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
        if x - x != 0:
            if given - given == 0:
                raise OverflowError('intermediate overflow in fsum')
            special += given
            if given == given:
                infinite += given
            partials = []
    if special == 0:
        return _rounded(partials)
    if infinite != infinite:
        raise ValueError('-inf + inf in fsum')
    return special


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


# The gamma function by the approximation of Lanczos (1964), with g = 6.0246800407767296 and 13 coefficients (Godfrey, 2001), as
# a quotient of two polynomials; 1 / gamma of whole numbers is 0 where gamma has no value.

_g = 6.024680040776729583740234375
_above = [23531376880.410759688572, 42919803642.649098768957899, 35711959237.355668049440185, 17921034426.037209699919755,
          6039542586.352028005064291, 1439720407.3117216736632230, 248874557.86205415651146038, 31426415.585400194380614231,
          2876370.6289353724412254090, 186056.26539522349504029498, 8071.6720023658162106380029, 210.82427775157934587250973,
          2.5066282746310002701649081]
_below = [0.0, 39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0, 2637558.0, 357423.0, 32670.0,
          1925.0, 66.0, 1.0]


def _series(x):
    """The quotient; from the end that keeps the powers small."""
    above = below = 0.0
    if x < 5.0:
        for a, b in zip(reversed(_above), reversed(_below)):
            above = above * x + a
            below = below * x + b
    else:
        for a, b in zip(_above, _below):
            above = above / x + a
            below = below / x + b
    return above / below


def _sine_of_turns(x):
    """sin(pi * x), with its sign."""
    y = fmod(fabs(x), 2.0)
    half = int(2.0 * y + 0.5)
    rest = y - half * 0.5
    if half in (0, 4):
        value = sin(pi * rest)
    elif half == 1:
        value = cos(pi * rest)
    elif half == 2:
        value = -sin(pi * rest)
    else:
        value = -cos(pi * rest)
    return value if x > 0 else -value


def gamma(x):
    """The gamma function."""
    x = _float(x)
    if x != x or x == _infinity:
        return x
    if x == 0 or x == -_infinity:
        raise ValueError('math domain error')
    if x == floor(x):
        if x < 0:
            raise ValueError('math domain error')
        if x <= 23:
            return float(factorial(x - 1))
    size = fabs(x)
    if size < 1e-20:
        if 1.0 / size == _infinity:
            raise OverflowError('math range error')
        return 1.0 / x
    if size > 200:
        if x < 0:
            return 0.0 / _sine_of_turns(x)
        raise OverflowError('math range error')
    y = size + (_g - 0.5)
    # What rounding that sum lost.
    lost = (y - size) - (_g - 0.5) if size > _g - 0.5 else (y - (_g - 0.5)) - size
    correction = lost * _g / y
    if x < 0:
        result = -pi / _sine_of_turns(size) / size * exp(y) / _series(size)
        result -= correction * result
        power = 1.0 / pow(y, size - 0.5) if size < 140 else None
    else:
        result = _series(size) / exp(y)
        result += correction * result
        power = pow(y, size - 0.5) if size < 140 else None
    if power is not None:
        result = result / pow(y, size - 0.5) if x < 0 else result * power
    else:
        root = pow(y, size / 2.0 - 0.25)
        result = result / root / root if x < 0 else result * root * root
    if fabs(result) == _infinity:
        raise OverflowError('math range error')
    return result


def lgamma(x):
    """The logarithm of the absolute value of the gamma function."""
    x = _float(x)
    if x != x:
        return x
    if fabs(x) == _infinity:
        return _infinity
    if x == floor(x) and x <= 2:
        if x <= 0:
            raise ValueError('math domain error')
        return 0.0
    size = fabs(x)
    if size < 1e-20:
        return -log(size)
    if x > 0:
        result = _log(_series(x)) - _g + (x - 0.5) * (_log(x + _g - 0.5) - 1)
    else:
        result = (_log(pi) - _log(fabs(_sine_of_turns(size))) - _log(size)
                  - (_log(_series(size)) - _g + (size - 0.5) * (_log(size + _g - 0.5) - 1)))
    if result == _infinity:
        raise OverflowError('math range error')
    return result


_root_of_pi = 1.772453850905516027298167483341145182798


def _erf_series(x):
    """The error function, for small x."""
    square = x * x
    total = 0.0
    divisor = 25.5
    for _ in xrange(25):
        total = 2.0 + square * total / divisor
        divisor -= 1.0
    return total * x * exp(-square) / _root_of_pi


def _erfc_fraction(x):
    """What lacks from 1, for x from 1.5 on: a continued fraction."""
    if x >= 30.0:
        return 0.0
    square = x * x
    step = 0.0
    last = 0.5 + square
    above, above_before = 1.0, 0.0
    below, below_before = last, 1.0
    for turn in xrange(50):
        step += 2.0 * turn + 0.5
        last += 2.0
        above, above_before = last * above - step * above_before, above
        below, below_before = last * below - step * below_before, below
    return above / below * x * exp(-square) / _root_of_pi


def erf(x):
    """The error function."""
    x = _float(x)
    if x != x:
        return x
    if fabs(x) < 1.5:
        return _erf_series(x)
    lack = _erfc_fraction(fabs(x))
    return 1.0 - lack if x > 0.0 else lack - 1.0


def erfc(x):
    """1 - erf(x)."""
    x = _float(x)
    if x != x:
        return x
    if fabs(x) < 1.5:
        return 1.0 - _erf_series(x)
    lack = _erfc_fraction(fabs(x))
    return lack if x > 0.0 else 2.0 - lack
