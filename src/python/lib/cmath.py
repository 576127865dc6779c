"""Functions of complex numbers, by the formulas of Kahan (Branch Cuts for Complex Elementary Functions, 1987).

Each is a function of the two parts that gives two parts; infinities and what is not a number are told apart first, as C99 says.
"""

from math import (asinh as _asinh, atan2 as _atan2, copysign as _copysign, cos as _cos, cosh as _cosh, e,
                  exp as _exp, hypot as _hypot, log as _log, log1p as _log1p, pi, sin as _sin, sinh as _sinh,
                  sqrt as _sqrt, tan as _tan, tanh as _tanh)

_infinity = float('inf')
_nan = _infinity - _infinity
_least = 2.2250738585072014e-308
# From here on sums and squares of squares would overflow, or functions of angles with e ** x.
_large = 4.49423283715579e+307
_large_square = 6.703903964971298e+153
_large_power = 708.3964185322641
_ln2 = 0.6931471805599453
_ln10 = 2.302585092994046


def _is_finite(x):
    return x - x == 0


def _domain_error():
    raise ValueError('math domain error')


def _in_range(re, im):
    """The parts of a function that had finite arguments."""
    if abs(re) == _infinity or abs(im) == _infinity:
        raise OverflowError('math range error')
    return re, im


def _root(x, y):
    if y - y != 0 or x - x != 0:
        if abs(y) == _infinity:
            return _infinity, y
        if abs(x) == _infinity:
            small, large = (_nan if y != y else 0.0), _infinity
            if x > 0:
                return large, small if small else _copysign(0.0, y)
            return (small, large) if y != y else (0.0, _copysign(large, y))
        return _nan, _nan
    if x == 0 and y == 0:
        return 0.0, y
    ax, ay = abs(x), abs(y)
    if ax < _least and ay < _least and (ax > 0 or ay > 0):
        # Too small to have all their bits.
        ax *= 2.0 ** 54
        s = _sqrt((ax + _hypot(ax, ay * 2.0 ** 54)) * 2.0) * 2.0 ** -28
    else:
        ax /= 8.0
        s = 2.0 * _sqrt(ax + _hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    return (s, _copysign(d, y)) if x >= 0 else (d, _copysign(s, y))


def _exponential(x, y):
    if not _is_finite(x) or not _is_finite(y):
        if x == -_infinity:
            return (_copysign(0.0, _cos(y)), _copysign(0.0, _sin(y))) if _is_finite(y) else (0.0, 0.0)
        if abs(y) == _infinity and x == x:
            _domain_error()
        if y == 0:
            return x, y
        return _of_infinity(x, y)
    if x > _large_power:
        size = _exp(x - 1.0)
        return _in_range(size * _cos(y) * e, size * _sin(y) * e)
    size = _exp(x)
    return _in_range(size * _cos(y), size * _sin(y))


def _of_infinity(x, y):
    """An infinite length at an angle that is not zero."""
    if x != x or not _is_finite(y):
        return (x, _nan) if x == _infinity else (_nan, _nan)
    return _copysign(_infinity, _cos(y)), _copysign(_infinity, _sin(y))


def _logarithm(x, y):
    ax, ay = abs(x), abs(y)
    angle = _atan2(y, x)
    if ax == _infinity or ay == _infinity:
        return _infinity, angle
    if x != x or y != y:
        return _nan, _nan
    if ax > _large or ay > _large:
        return _log(_hypot(ax / 2.0, ay / 2.0)) + _ln2, angle
    if ax < _least and ay < _least:
        if ax == 0 and ay == 0:
            _domain_error()
        return _log(_hypot(ax * 2.0 ** 53, ay * 2.0 ** 53)) - 53 * _ln2, angle
    size = _hypot(ax, ay)
    if 0.71 <= size <= 1.73:
        most, least = max(ax, ay), min(ax, ay)
        return _log1p((most - 1) * (most + 1) + least * least) / 2.0, angle
    return _log(size), angle


def _logarithm10(x, y):
    re, im = _logarithm(x, y)
    return re / _ln10, im / _ln10


def _are_large(x, y):
    return abs(x) > _large or abs(y) > _large


def _log_of_large(x, y):
    return _log(_hypot(x / 2.0, y / 2.0)) + 2.0 * _ln2


def _arc_cosine(x, y):
    if not _is_finite(x) or not _is_finite(y):
        if x != x or y != y:
            if abs(y) == _infinity:
                return _nan, -y
            if abs(x) == _infinity:
                return _nan, _infinity
            return (pi / 2 if x == 0 else _nan), _nan
        return _atan2(abs(y), x), _copysign(_infinity, -_copysign(1.0, y))
    if _are_large(x, y):
        return _atan2(abs(y), x), -_copysign(_log_of_large(x, y), y)
    a, b = _root(1.0 - x, -y)
    c, d = _root(1.0 + x, y)
    return 2.0 * _atan2(a, c), _asinh(c * b - d * a)


def _arc_cosine_h(x, y):
    if not _is_finite(x) or not _is_finite(y):
        if abs(x) == _infinity or abs(y) == _infinity:
            return _infinity, _atan2(y, x)
        return _nan, _nan
    if _are_large(x, y):
        return _log_of_large(x, y), _atan2(y, x)
    a, b = _root(x - 1.0, y)
    c, d = _root(x + 1.0, y)
    return _asinh(a * c + b * d), 2.0 * _atan2(b, c)


def _arc_sine_h(x, y):
    if not _is_finite(x) or not _is_finite(y):
        if abs(x) == _infinity or abs(y) == _infinity:
            return (x if x != x and abs(y) != _infinity else _copysign(_infinity, x)), _atan2(y, abs(x))
        return _nan, (y if y == 0 else _nan)
    if _are_large(x, y):
        return _copysign(_log_of_large(x, y), x), _atan2(y, abs(x))
    a, b = _root(1.0 + y, -x)
    c, d = _root(1.0 - y, x)
    return _asinh(a * d - c * b), _atan2(y, a * c - b * d)


def _arc_tangent_h(x, y):
    if not _is_finite(x) or not _is_finite(y):
        if abs(y) == _infinity or abs(x) == _infinity:
            return _copysign(0.0, x), (y if y != y else _copysign(pi / 2, y))
        return (x if x == 0 else _nan), _nan
    if _copysign(1.0, x) < 0:
        re, im = _arc_tangent_h(-x, -y)
        return -re, -im
    ay = abs(y)
    if x > _large_square or ay > _large_square:
        size = _hypot(x / 2.0, y / 2.0)
        return x / 4.0 / size / size, -_copysign(pi / 2.0, -y)
    if x == 1.0 and ay < 1.4916681462400413e-154:
        if ay == 0:
            _domain_error()
        return -_log(_sqrt(ay) / _sqrt(_hypot(ay, 2.0))), _copysign(_atan2(2.0, -ay) / 2, y)
    return (_log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0,
            -_atan2(-2.0 * y, (1 - x) * (1 + x) - ay * ay) / 2.0)


def _hyperbolic(even, odd, x, y):
    """cosh and sinh: `even` of the real part goes with the cosine of the other."""
    if abs(x) > _large_power:
        rest = x - _copysign(1.0, x)
        return _in_range(_cos(y) * even(rest) * e, _sin(y) * odd(rest) * e)
    return _in_range(_cos(y) * even(x), _sin(y) * odd(x))


def _cosine_h(x, y):
    if not _is_finite(x) or not _is_finite(y):
        if abs(y) == _infinity and x == x:
            _domain_error()
        if y == 0:
            return abs(x), (_copysign(0.0, x) * y if x == x else _copysign(0.0, 1.0))
        if abs(x) == _infinity:
            if y != y:
                return _infinity, _nan
            return _copysign(_infinity, _cos(y)), _copysign(_infinity, _sin(y)) * _copysign(1.0, x)
        return _nan, (0.0 if x == 0 else _nan)
    return _hyperbolic(_cosh, _sinh, x, y)


def _sine_h(x, y):
    if not _is_finite(x) or not _is_finite(y):
        if abs(y) == _infinity and x == x:
            _domain_error()
        if y == 0:
            return x, y
        if abs(x) == _infinity:
            if y != y:
                return x if x > 0 else _infinity, _nan
            return _copysign(_infinity, _cos(y)) * _copysign(1.0, x), _copysign(_infinity, _sin(y))
        return (0.0 if x == 0 else _nan), _nan
    return _hyperbolic(_sinh, _cosh, x, y)


def _tangent_h(x, y):
    if not _is_finite(x) or not _is_finite(y):
        if abs(y) == _infinity and _is_finite(x):
            _domain_error()
        if abs(x) == _infinity:
            return _copysign(1.0, x), (_copysign(0.0, 2.0 * _sin(y) * _cos(y)) if _is_finite(y) else 0.0)
        return _nan, (y if y == 0 else _nan)
    if abs(x) > _large_power:
        return _copysign(1.0, x), 4.0 * _sin(y) * _cos(y) * _exp(-2.0 * abs(x))
    tx, ty = _tanh(x), _tan(y)
    c = 1.0 / _cosh(x)
    t = tx * ty
    divisor = 1.0 + t * t
    return tx * (1.0 + ty * ty) / divisor, ty / divisor * c * c


def _turned(f):
    """The function of angles that `f` is of i times the argument: f(iz) / i."""

    def turned(x, y):
        re, im = f(-y, x)
        return im, -re

    return turned


def _number(value):
    """The argument as a complex number."""
    if isinstance(value, basestring):
        raise TypeError('a float is required')
    if not isinstance(value, complex) and not hasattr(value, '__complex__') and not hasattr(value, '__float__'):
        raise TypeError('a float is required')
    return complex(value)


def _function(f, name):
    def function(*args, **keywords):
        if keywords:
            raise TypeError('%s() takes no keyword arguments' % name)
        if len(args) != 1:
            raise TypeError('function takes exactly 1 argument (%d given)' % len(args))
        z = _number(args[0])
        return complex(*f(z.real, z.imag))

    function.__name__ = name
    return function


acos = _function(_arc_cosine, 'acos')
acosh = _function(_arc_cosine_h, 'acosh')
asin = _function(_turned(_arc_sine_h), 'asin')
asinh = _function(_arc_sine_h, 'asinh')
atan = _function(_turned(_arc_tangent_h), 'atan')
atanh = _function(_arc_tangent_h, 'atanh')
cos = _function(lambda x, y: _cosine_h(-y, x), 'cos')
cosh = _function(_cosine_h, 'cosh')
exp = _function(_exponential, 'exp')
log10 = _function(_logarithm10, 'log10')
sin = _function(_turned(_sine_h), 'sin')
sinh = _function(_sine_h, 'sinh')
sqrt = _function(_root, 'sqrt')
tan = _function(_turned(_tangent_h), 'tan')
tanh = _function(_tangent_h, 'tanh')


def log(*args):
    """The logarithm, to the base e or to another."""
    if not 1 <= len(args) <= 2:
        raise TypeError('function takes at %s (%d given)' % ('most 2 arguments' if args else 'least 1 argument', len(args)))
    numbers = map(_number, args)
    if len(args) == 1:
        return complex(*_logarithm(numbers[0].real, numbers[0].imag))
    # With a base, the logarithm of 0 is no error.
    above, below = [complex(*_logarithm(z.real, z.imag)) if z else complex(-_infinity, phase(z)) for z in numbers]
    if not below or not numbers[1]:
        _domain_error()
    return above / below


def phase(z):
    """The angle, from -pi to pi."""
    z = _number(z)
    return _atan2(z.imag, z.real)


def _length(z):
    return _infinity if isinf(z) else _hypot(z.real, z.imag)


def polar(z):
    """The length and the angle."""
    z = _number(z)
    return _length(z), _atan2(z.imag, z.real)


def rect(r, phi):
    """The number of a length and an angle."""
    r, phi = _copysign(r, r), _copysign(phi, phi)
    if not _is_finite(r) or not _is_finite(phi):
        if abs(phi) == _infinity and r == r and r != 0:
            _domain_error()
        if r == 0:
            return 0j
        if abs(r) == _infinity and phi == phi and phi != 0:
            return complex(_copysign(r, _cos(phi) * r), _copysign(r, _sin(phi) * r))
        if phi == 0:
            return complex(r, phi * _copysign(1.0, r) if r == r else 0.0)
        return complex(_infinity if abs(r) == _infinity else _nan, _nan)
    return complex(r * _cos(phi), r * _sin(phi))


def isnan(z):
    z = _number(z)
    return z != z


def isinf(z):
    z = _number(z)
    return abs(z.real) == _infinity or abs(z.imag) == _infinity
