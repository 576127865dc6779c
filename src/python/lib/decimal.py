"""Decimal arithmetic as in the General Decimal Arithmetic Specification (Cowlishaw, 2009), which IEEE 754 took over.

A finite number is a sign, a whole number and a power of ten. Every operation computes with whole numbers, so exactly or with more
digits than are asked for, and `_rounded` makes of that what the context wants.
"""

from _thread import locals as _thread_locals
from collections import namedtuple as _namedtuple
import numbers as _numbers

__all__ = ['Decimal', 'Context', 'DefaultContext', 'BasicContext', 'ExtendedContext', 'DecimalException', 'Clamped',
           'InvalidOperation', 'DivisionByZero', 'Inexact', 'Rounded', 'Subnormal', 'Overflow', 'Underflow',
           'ROUND_DOWN', 'ROUND_HALF_UP', 'ROUND_HALF_EVEN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_UP',
           'ROUND_HALF_DOWN', 'ROUND_05UP', 'setcontext', 'getcontext', 'localcontext']

__version__ = '1.70'

ROUND_DOWN = 'ROUND_DOWN'
ROUND_HALF_UP = 'ROUND_HALF_UP'
ROUND_HALF_EVEN = 'ROUND_HALF_EVEN'
ROUND_CEILING = 'ROUND_CEILING'
ROUND_FLOOR = 'ROUND_FLOOR'
ROUND_UP = 'ROUND_UP'
ROUND_HALF_DOWN = 'ROUND_HALF_DOWN'
ROUND_05UP = 'ROUND_05UP'

DecimalTuple = _namedtuple('DecimalTuple', 'sign digits exponent')


# Signals: what may be told of a result. `handle` is the result when nobody wants an exception.

class DecimalException(ArithmeticError):
    """Something to tell about a result."""

    def handle(self, context, *args):
        pass


class Clamped(DecimalException):
    """The exponent was changed to fit."""


class InvalidOperation(DecimalException):
    """There is no such number."""

    def handle(self, context, *args):
        if not args:
            return _NaN
        return _special(args[0]._sign, 'n', args[0]._number)._fix(context)


class ConversionSyntax(InvalidOperation):
    """A text that is no number."""

    def handle(self, context, *args):
        return _NaN


class DivisionByZero(DecimalException, ZeroDivisionError):
    """A number that is not zero, by zero."""

    def handle(self, context, sign, *args):
        return _infinities[sign]


class DivisionImpossible(InvalidOperation):
    """The whole quotient has too many digits."""

    def handle(self, context, *args):
        return _NaN


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    """Zero by zero."""

    def handle(self, context, *args):
        return _NaN


class Inexact(DecimalException):
    """Digits other than zero were lost."""


class InvalidContext(InvalidOperation):
    """The context cannot be computed with."""

    def handle(self, context, *args):
        return _NaN


class Rounded(DecimalException):
    """Digits were lost, be they zeros."""


class Subnormal(DecimalException):
    """The exponent is below Emin."""


class Overflow(Inexact, Rounded):
    """The exponent is above Emax."""

    def handle(self, context, sign, *args):
        rounding = context.rounding
        towards_zero = rounding in (ROUND_DOWN, ROUND_05UP, ROUND_FLOOR if sign == 0 else ROUND_CEILING)
        if not towards_zero:
            return _infinities[sign]
        return _make(sign, _power(context.prec) - 1, context.Emax - context.prec + 1)


class Underflow(Inexact, Rounded, Subnormal):
    """Digits were lost since the number is so small."""


# In the order in which a context shows them.
_signals = [Rounded, Inexact, Clamped, DivisionByZero, Underflow, Overflow, Subnormal, InvalidOperation]
_raised_as = dict.fromkeys([ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext], InvalidOperation)


# The context of each thread.

def getcontext():
    """This thread's context."""
    context = _thread_locals().get('decimal')
    if context is None:
        context = Context()
        setcontext(context)
    return context


def setcontext(context):
    """Makes `context` this thread's; of the three ready ones, a copy."""
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _thread_locals()['decimal'] = context


def localcontext(ctx=None):
    """For `with`: a copy of a context, or of this thread's, inside of the statement."""
    return _ContextManager(getcontext() if ctx is None else ctx)


class _ContextManager(object):
    """Puts a context in place and the former one back."""

    def __init__(self, new_context):
        self.new_context = new_context.copy()

    def __enter__(self):
        self.saved_context = getcontext()
        setcontext(self.new_context)
        return self.new_context

    def __exit__(self, t, v, tb):
        setcontext(self.saved_context)


# Whole numbers.

_powers = [10 ** each for each in range(64)]


def _power(exponent):
    """A power of ten."""
    return _powers[exponent] if exponent < 64 else 10 ** exponent


def _length(n):
    """How many digits."""
    return len(str(n))


def _stripped(n, most):
    """(n without zeros at its end, how many those were), at most so many."""
    text = str(n)
    count = min(len(text) - len(text.rstrip('0')), most)
    return (n // _power(count), count) if count > 0 else (n, 0)


def _root(n):
    """The square root of a whole number, rounded down."""
    if n < 1 << 50:
        return int(n ** 0.5)
    guess = 1 << (n.bit_length() + 1) // 2
    while True:
        better = guess + n // guess >> 1
        if better >= guess:
            return guess
        guess = better


def _is_up(rounding, sign, last, half):
    """Is the last digit that stays raised? `half` compares what is lost, which is not nothing, with the half of a unit."""
    if rounding == ROUND_HALF_EVEN:
        return half > 0 or half == 0 and last & 1 == 1
    if rounding == ROUND_HALF_UP:
        return half >= 0
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_HALF_DOWN:
        return half > 0
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return sign == 0
    if rounding == ROUND_FLOOR:
        return sign == 1
    return last % 5 == 0


def _shortened(sign, n, places, rounding):
    """(n without its last digits, rounded, whether something was lost)."""
    if rounding not in _roundings:
        raise KeyError(rounding)
    if places > _length(n):
        kept, lost, half = 0, n, -1
    else:
        unit = _power(places)
        kept, lost = divmod(n, unit)
        half = cmp(lost * 2, unit)
    if not lost:
        return kept, False
    return (kept + 1 if _is_up(rounding, sign, kept, half) else kept), True


_roundings = frozenset([ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN,
                        ROUND_05UP])


# Logarithms and powers of e, as whole numbers of 2 ** -bits.

_constants = [0, 0, 0]


def _ln2_ln10(bits):
    """The logarithms of 2 and 10."""
    if _constants[0] < bits:
        most = bits + 64
        a, b, c = [_atanh_of_inverse(each, most) for each in (31, 49, 161)]
        _constants[:] = [most, 14 * a + 10 * b + 6 * c, 46 * a + 34 * b + 20 * c]
    extra = _constants[0] - bits
    return _constants[1] >> extra, _constants[2] >> extra


def _atanh_of_inverse(x, bits):
    square = x * x
    term = (1 << bits + 16) // x
    total, divisor = term, 1
    while term:
        term //= square
        divisor += 2
        total += term // divisor
    return total >> 16


def _ln(n, exponent, bits):
    """ln(n * 10 ** exponent); the error is a few units."""
    size = n.bit_length()
    shift = bits - size
    x = n << shift if shift >= 0 else n >> -shift
    one = 1 << bits
    # Between 2/3 and 4/3.
    if 3 * x < 2 * one:
        x <<= 1
        size -= 1
    z = (x - one << bits) // (x + one)
    square = z * z >> bits
    term = total = z
    divisor = 1
    while term not in (0, -1):
        term = term * square >> bits
        divisor += 2
        total += term // divisor
    ln2, ln10 = _ln2_ln10(bits)
    return 2 * total + size * ln2 + exponent * ln10


def _exp(x, bits, digits):
    """(n, exponent) with n * 10 ** exponent near e ** x, n of so many digits or one more. `bits` has room for the error."""
    _, ln10 = _ln2_ln10(bits)
    tens, rest = divmod(x, ln10)
    halvings = 8
    rest >>= halvings
    term = one = 1 << bits
    total = one
    count = 0
    while term:
        count += 1
        term = (term * rest >> bits) // count
        total += term
    for _ in xrange(halvings):
        total = total * total >> bits
    return total * _power(digits - 1) >> bits, tens - digits + 1


def _bits_for(digits):
    return digits * 3322 // 1000 + 64


def _is_unsure(n, digits):
    """Could the digits that come after decide how `n` is rounded to so many digits?"""
    return n % (5 * _power(_length(n) - digits - 1)) == 0


# Making numbers.

def _make(sign, number, exp):
    """A finite number."""
    self = object.__new__(Decimal)
    self._sign = sign
    self._number = number
    self._exp = exp
    self._kind = None
    return self


def _special(sign, kind, number=0):
    """An infinity ('F'), a quiet NaN ('n') or one that signals ('N')."""
    self = object.__new__(Decimal)
    self._sign = sign
    self._number = number
    self._exp = 0
    self._kind = kind
    return self


def _rounded(sign, number, exp, context):
    """The number as the context has it, with the signals of what became of it."""
    prec = context.prec
    # Almost always there is nothing to do.
    if prec < 1000 and number < _power(prec) and context.Emin <= exp <= context.Emax - prec + 1:
        return _make(sign, number, exp)
    return _make(sign, number, exp)._fix(context)


def _operand(value):
    """The other operand as a Decimal, or NotImplemented."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, (int, long)):
        return _make(*_whole(value))
    return NotImplemented


def _needed(value):
    """The argument as a Decimal; TypeError when it is none."""
    operand = _operand(value)
    if operand is NotImplemented:
        raise TypeError('Unable to convert %s to Decimal' % value)
    return operand


def _compared(value):
    """The other side of a comparison: floats too, exactly."""
    if isinstance(value, float):
        return Decimal.from_float(value)
    return _operand(value)


def _whole(value):
    return (1, -value, 0) if value < 0 else (0, int(value), 0)


def _parsed(text):
    """(sign, number, exponent, kind) of a literal; None when it is none."""
    if isinstance(text, unicode):
        # Digits of every script count.
        text = ''.join([c.encode('ascii') if ord(c) < 128 else str(int(c)) if c.isdecimal() else '?' for c in text])
    sign = 0
    if text[:1] in ('-', '+'):
        sign = 1 if text[0] == '-' else 0
        text = text[1:]
    head, mark, exponent = text.partition('e' if 'e' in text else 'E')
    whole, _, fraction = head.partition('.')
    digits = whole + fraction
    if not digits.isdigit():
        return _parsed_special(sign, text.lower())
    if not mark:
        return sign, int(digits), -len(fraction), None
    unsigned = exponent[1:] if exponent[:1] in ('-', '+') else exponent
    return (sign, int(digits), int(exponent) - len(fraction), None) if unsigned.isdigit() else None


def _parsed_special(sign, text):
    if text in ('inf', 'infinity'):
        return sign, 0, 0, 'F'
    kind = 'n'
    if text[:1] == 's':
        kind, text = 'N', text[1:]
    payload = text[3:]
    if text[:3] != 'nan' or payload and not payload.isdigit():
        return None
    return sign, int(payload or 0), 0, kind


def _from_parts(value):
    """The same of a tuple (sign, digits, exponent)."""
    if len(value) != 3:
        raise ValueError('Invalid tuple size in creation of Decimal from list or tuple.  The list or tuple should have'
                         ' exactly three elements.')
    sign, digits, exponent = value
    if not isinstance(sign, (int, long)) or sign not in (0, 1):
        raise ValueError('Invalid sign.  The first value in the tuple should be an integer; either 0 for a positive number'
                         ' or 1 for a negative number.')
    if exponent == 'F':
        return sign, 0, 0, 'F'
    for digit in digits:
        if not isinstance(digit, (int, long)) or not 0 <= digit <= 9:
            raise ValueError('The second value in the tuple must be composed of integers in the range 0 through 9.')
    number = int(''.join(map(str, map(int, digits))) or 0)
    if exponent in ('n', 'N'):
        return sign, number, 0, exponent
    if not isinstance(exponent, (int, long)):
        raise ValueError("The third value in the tuple must be an integer, or one of the strings 'F', 'n', 'N'.")
    return sign, number, exponent, None


def _reflected(name):
    """`__rNAME__`: the operation `__NAME__` of the operand on the left, with what stands on its right."""
    def operation(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return getattr(other, '__%s__' % name)(self, context=context)
    operation.__name__ = '__r%s__' % name
    return operation


class Decimal(object):
    """Floating point class for decimal arithmetic."""

    __slots__ = ('_sign', '_number', '_exp', '_kind')

    def __new__(cls, value='0', context=None):
        if isinstance(value, basestring):
            parts = _parsed(value.strip())
            if parts is None:
                if context is None:
                    context = getcontext()
                return context._signal(ConversionSyntax, 'Invalid literal for Decimal: %r' % value)
        elif isinstance(value, (int, long)):
            parts = _whole(value) + (None,)
        elif isinstance(value, Decimal):
            parts = value._sign, value._number, value._exp, value._kind
        elif isinstance(value, (list, tuple)):
            parts = _from_parts(value)
        elif isinstance(value, float):
            value = Decimal.from_float(value)
            parts = value._sign, value._number, value._exp, value._kind
        else:
            raise TypeError('Cannot convert %r to Decimal' % value)
        self = object.__new__(cls)
        self._sign, self._number, self._exp, self._kind = parts
        return self

    @classmethod
    def from_float(cls, f):
        """The float exactly, with all its digits."""
        if isinstance(f, (int, long)):
            return cls(f)
        if not hasattr(f, '__float__') or isinstance(f, complex):
            raise TypeError("can't convert complex to float" if isinstance(f, complex) else 'a float is required')
        if f != f or f in (_infinite, -_infinite):
            return cls(repr(f))
        numerator, denominator = abs(f).as_integer_ratio()
        places = denominator.bit_length() - 1
        result = _make(1 if repr(f)[0] == '-' else 0, numerator * 5 ** places, -places)
        return result if cls is Decimal else cls(result)

    # What kind of number it is.

    def _is_nan(self):
        """0 for numbers, 1 for a quiet NaN, 2 for one that signals."""
        return 0 if self._kind is None or self._kind == 'F' else 1 if self._kind == 'n' else 2

    def _is_infinity(self):
        """0, or 1 or -1 for an infinity."""
        return 0 if self._kind != 'F' else -1 if self._sign else 1

    def _is_integer(self):
        if self._kind is not None:
            return False
        return self._exp >= 0 or not self._number or -self._exp < _length(self._number) and (
            self._number % _power(-self._exp) == 0)

    def _is_even(self):
        """Of a whole number."""
        return not self._number or self._exp > 0 or self._number // _power(-self._exp) % 2 == 0

    def _nan_of(self, other=None, context=None):
        """What an operation with a NaN gives: the first that signals, else the first. None when there is none."""
        own = self._is_nan()
        others = 0 if other is None else other._is_nan()
        if not own and not others:
            return None
        if context is None:
            context = getcontext()
        if own == 2:
            return context._signal(InvalidOperation, 'sNaN', self)
        if others == 2:
            return context._signal(InvalidOperation, 'sNaN', other)
        return (self if own else other)._fix(context)

    def _unordered(self, other, context):
        """The NaN that an ordering gives, having signalled; None when there is none."""
        if self._kind is None and other._kind is None:
            return None
        if context is None:
            context = getcontext()
        for worst, text in (2, 'comparison involving sNaN'), (1, 'comparison involving NaN'):
            for each in self, other:
                if each._is_nan() == worst:
                    return context._signal(InvalidOperation, text, each)
        return None

    def __nonzero__(self):
        return self._kind is not None or self._number != 0

    def is_canonical(self):
        return True

    def is_finite(self):
        return self._kind is None

    def is_infinite(self):
        return self._kind == 'F'

    def is_nan(self):
        return self._kind in ('n', 'N')

    def is_qnan(self):
        return self._kind == 'n'

    def is_snan(self):
        return self._kind == 'N'

    def is_signed(self):
        return self._sign == 1

    def is_zero(self):
        return self._kind is None and self._number == 0

    def is_normal(self, context=None):
        if self._kind is not None or not self._number:
            return False
        if context is None:
            context = getcontext()
        return context.Emin <= self.adjusted()

    def is_subnormal(self, context=None):
        if self._kind is not None or not self._number:
            return False
        if context is None:
            context = getcontext()
        return self.adjusted() < context.Emin

    def number_class(self, context=None):
        """The name of what it is, as the specification has it."""
        if self.is_snan():
            return 'sNaN'
        if self.is_qnan():
            return 'NaN'
        sign = '-' if self._sign else '+'
        if self._kind == 'F':
            return sign + 'Infinity'
        if not self._number:
            return sign + 'Zero'
        return sign + ('Subnormal' if self.is_subnormal(context) else 'Normal')

    def adjusted(self):
        """The exponent that its first digit has; 0 for what is not finite."""
        return 0 if self._kind is not None else self._exp + _length(self._number) - 1

    def radix(self):
        return _ten

    def canonical(self, context=None):
        return self

    def conjugate(self):
        return self

    real = property(lambda self: self)
    imag = property(lambda self: _zero)

    # Comparing.

    def _compare(self, other):
        """-1, 0 or 1, of numbers that are not NaN."""
        if self._kind is not None or other._kind is not None:
            return cmp(self._is_infinity(), other._is_infinity())
        own, others = self._number, other._number
        if not own or not others or self._sign != other._sign:
            return cmp((-1 if self._sign else 1) if own else 0, (-1 if other._sign else 1) if others else 0)
        if self._exp != other._exp:
            first, second = self.adjusted(), other.adjusted()
            if first != second:
                own, others = first, second
            elif self._exp > other._exp:
                own *= _power(self._exp - other._exp)
            else:
                others *= _power(other._exp - self._exp)
        return cmp(others, own) if self._sign else cmp(own, others)

    def __eq__(self, other, context=None):
        other = _compared(other)
        if other is NotImplemented:
            return other
        return self._nan_of(other, context) is None and self._compare(other) == 0

    def __ne__(self, other, context=None):
        other = _compared(other)
        if other is NotImplemented:
            return other
        return self._nan_of(other, context) is not None or self._compare(other) != 0

    def __lt__(self, other, context=None):
        other = _compared(other)
        if other is NotImplemented:
            return other
        return self._unordered(other, context) is None and self._compare(other) < 0

    def __le__(self, other, context=None):
        other = _compared(other)
        if other is NotImplemented:
            return other
        return self._unordered(other, context) is None and self._compare(other) <= 0

    def __gt__(self, other, context=None):
        other = _compared(other)
        if other is NotImplemented:
            return other
        return self._unordered(other, context) is None and self._compare(other) > 0

    def __ge__(self, other, context=None):
        other = _compared(other)
        if other is NotImplemented:
            return other
        return self._unordered(other, context) is None and self._compare(other) >= 0

    def compare(self, other, context=None):
        """-1, 0 or 1 as a Decimal, or a NaN."""
        other = _needed(other)
        nan = self._nan_of(other, context)
        return Decimal(self._compare(other)) if nan is None else nan

    def compare_signal(self, other, context=None):
        """`compare` that signals every NaN."""
        other = _needed(other)
        nan = self._unordered(other, context)
        return self.compare(other, context=context) if nan is None else nan

    def compare_total(self, other):
        """-1, 0 or 1 as a Decimal, in the order that has a place for every number, NaNs and all forms of a number."""
        other = _needed(other)
        if self._sign != other._sign:
            return Decimal(-1 if self._sign else 1)
        order = self._compare_forms(other)
        return Decimal(-order if self._sign else order)

    def _compare_forms(self, other):
        """The order of two magnitudes, then of their forms."""
        own, others = self._is_nan(), other._is_nan()
        if own or others:
            # A NaN that signals is below one that does not.
            rank = {0: 0, 2: 1, 1: 2}
            return cmp((rank[own], own and self._number), (rank[others], others and other._number))
        return self.copy_abs()._compare(other.copy_abs()) or cmp(self._exp, other._exp)

    def compare_total_mag(self, other):
        return self.copy_abs().compare_total(_needed(other).copy_abs())

    def same_quantum(self, other):
        """Do both have the same exponent?"""
        other = _needed(other)
        if self._kind is not None or other._kind is not None:
            return self.is_nan() and other.is_nan() or self.is_infinite() and other.is_infinite()
        return self._exp == other._exp

    def max(self, other, context=None):
        return self._chosen(_needed(other), context, 1, False)

    def min(self, other, context=None):
        return self._chosen(_needed(other), context, -1, False)

    def max_mag(self, other, context=None):
        return self._chosen(_needed(other), context, 1, True)

    def min_mag(self, other, context=None):
        return self._chosen(_needed(other), context, -1, True)

    def _chosen(self, other, context, wanted, by_magnitude):
        """The greater one or the less one; a number rather than a quiet NaN."""
        if context is None:
            context = getcontext()
        own, others = self._is_nan(), other._is_nan()
        if own or others:
            if own == 0 and others == 1:
                return self._fix(context)
            if own == 1 and others == 0:
                return other._fix(context)
            return self._nan_of(other, context)
        if by_magnitude:
            order = self.copy_abs()._compare(other.copy_abs())
        else:
            order = self._compare(other)
        if order == 0:
            order = self.compare_total(other)._compare(_zero)
        if wanted < 0:
            return (self if order < 0 else other)._fix(context)
        return (other if order < 0 else self)._fix(context)

    def __hash__(self):
        if self._kind == 'N':
            raise TypeError('Cannot hash a signaling NaN value.')
        if self._kind is not None:
            return 0 if self._kind == 'n' else -271828 if self._sign else 314159
        # A float that is equal has this hash too, and so has an integer.
        as_float = float(self)
        if _compared(as_float) == self:
            return hash(as_float)
        if self._is_integer():
            whole = self._rescale(0, ROUND_DOWN) if self._exp < 0 else self
            return hash((-1) ** self._sign * whole._number * pow(10, whole._exp, 2 ** 64 - 1))
        number, zeros = _stripped(self._number, _length(self._number))
        return hash((self._sign, self.adjusted() + 1, str(number)))

    # Conversions.

    def as_tuple(self):
        """(sign, digits, exponent)."""
        if self._kind is None:
            return DecimalTuple(self._sign, tuple(map(int, str(self._number))), self._exp)
        digits = (0,) if self._kind == 'F' else tuple(map(int, str(self._number))) if self._number else ()
        return DecimalTuple(self._sign, digits, self._kind)

    def __repr__(self):
        return "Decimal('%s')" % str(self)

    def __str__(self, eng=False, context=None):
        """Without an exponent when it has at most six zeros behind the point; with `eng`, exponents are multiples of three."""
        sign = '-' if self._sign else ''
        if self._kind is not None:
            if self._kind == 'F':
                return sign + 'Infinity'
            return sign + ('NaN' if self._kind == 'n' else 'sNaN') + (str(self._number) if self._number else '')
        digits = str(self._number)
        # The power of ten that the digits have, with the point before the first.
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            point = left
        elif not eng:
            point = 1
        elif not self._number:
            point = (left + 1) % 3 - 1
        else:
            point = (left - 1) % 3 + 1
        if point <= 0:
            text = '0.' + '0' * -point + digits
        elif point >= len(digits):
            text = digits + '0' * (point - len(digits))
        else:
            text = digits[:point] + '.' + digits[point:]
        if left != point:
            if context is None:
                context = getcontext()
            text += '%s%+d' % ('E' if context.capitals else 'e', left - point)
        return sign + text

    def to_eng_string(self, context=None):
        return self.__str__(eng=True, context=context)

    def __float__(self):
        if self._kind is None:
            return float('%s%de%d' % ('-' if self._sign else '', self._number, self._exp))
        if self._kind == 'N':
            raise ValueError('Cannot convert signaling NaN to float')
        return float(('-' if self._sign else '') + ('inf' if self._kind == 'F' else 'nan'))

    def __int__(self):
        if self._kind is not None:
            if self._kind == 'F':
                raise OverflowError('Cannot convert infinity to integer')
            raise ValueError('Cannot convert NaN to integer')
        if self._exp >= 0:
            number = int(self._number) * 10 ** self._exp
        elif -self._exp > _length(self._number):
            number = 0
        else:
            number = int(self._number // _power(-self._exp))
        return -number if self._sign else number

    __trunc__ = __int__

    def __long__(self):
        return long(self.__int__())

    def __complex__(self):
        return complex(float(self))

    def __reduce__(self):
        return self.__class__, (str(self),)

    def __copy__(self):
        return self if type(self) is Decimal else self.__class__(str(self))

    def __deepcopy__(self, memo):
        return self.__copy__()

    # Rounding.

    def _plain(self):
        return self if type(self) is Decimal else Decimal(self)

    def _fix(self, context):
        """The number as the context has it, with the signals of what became of it."""
        if self._kind is not None:
            return self._plain() if self._kind == 'F' else self._fix_payload(context)
        tiny, top = context.Etiny(), context.Etop()
        sign, number, exp = self._sign, self._number, self._exp
        if not number:
            fitting = min(max(exp, tiny), top if context._clamp == 1 else context.Emax)
            if fitting == exp:
                return self._plain()
            context._signal(Clamped)
            return _make(sign, 0, fitting)
        # The exponent with which it has as many digits as are wanted.
        least = _length(number) + exp - context.prec
        if least > top:
            answer = context._signal(Overflow, 'above Emax', sign)
            context._signal(Inexact)
            context._signal(Rounded)
            return answer
        subnormal = least < tiny
        if subnormal:
            least = tiny
        if exp < least:
            return self._fix_longer(least, subnormal, context)
        if subnormal:
            context._signal(Subnormal)
        if context._clamp == 1 and exp > top:
            context._signal(Clamped)
            return _make(sign, number * _power(exp - top), top)
        return self._plain()

    def _fix_longer(self, least, subnormal, context):
        """`_fix` of a number with digits too many: it gets the exponent `least`."""
        number, changed = _shortened(self._sign, self._number, least - self._exp, context.rounding)
        if _length(number) > context.prec:
            number //= 10
            least += 1
        if least > context.Etop():
            answer = context._signal(Overflow, 'above Emax', self._sign)
        else:
            answer = _make(self._sign, number, least)
        if changed and subnormal:
            context._signal(Underflow)
        if subnormal:
            context._signal(Subnormal)
        if changed:
            context._signal(Inexact)
        context._signal(Rounded)
        if not answer:
            context._signal(Clamped)
        return answer

    def _fix_payload(self, context):
        """A NaN with as many digits as there is room for."""
        most = context.prec - context._clamp
        if _length(self._number) > most:
            return _special(self._sign, self._kind, self._number % _power(most))
        return self._plain()

    def _rescale(self, exp, rounding):
        """The number with this exponent, whatever the context."""
        if self._kind is not None:
            return self._plain()
        if not self._number:
            return _make(self._sign, 0, exp)
        if self._exp >= exp:
            return _make(self._sign, self._number * _power(self._exp - exp), exp)
        return _make(self._sign, _shortened(self._sign, self._number, exp - self._exp, rounding)[0], exp)

    def _to_digits(self, digits, rounding):
        """The number with so many digits, whatever the context."""
        if digits <= 0:
            raise ValueError('argument should be at least 1 in _round')
        if not self._number:
            return self
        answer = self._rescale(self.adjusted() + 1 - digits, rounding)
        if answer.adjusted() != self.adjusted():
            answer = answer._rescale(answer.adjusted() + 1 - digits, rounding)
        return answer

    def quantize(self, exp, rounding=None, context=None, watchexp=True):
        """The number with the exponent of `exp`."""
        exp = _needed(exp)
        if context is None:
            context = getcontext()
        if rounding is None:
            rounding = context.rounding
        if self._kind is not None or exp._kind is not None:
            nan = self._nan_of(exp, context)
            if nan is not None:
                return nan
            if exp._kind and self._kind:
                return self._plain()
            return context._signal(InvalidOperation, 'quantize with one INF')
        wanted = exp._exp
        if not watchexp:
            answer = self._rescale(wanted, rounding)
            self._tell_loss(answer, (Rounded, Inexact), context)
            return answer
        if not context.Etiny() <= wanted <= context.Emax:
            return context._signal(InvalidOperation, 'target exponent out of bounds in quantize')
        if not self._number:
            return _make(self._sign, 0, wanted)._fix(context)
        too_large = 'exponent of quantize result too large for current context'
        too_long = 'quantize result has too many digits for current context'
        if self.adjusted() > context.Emax:
            return context._signal(InvalidOperation, too_large)
        if self.adjusted() - wanted + 1 > context.prec:
            return context._signal(InvalidOperation, too_long)
        answer = self._rescale(wanted, rounding)
        if answer.adjusted() > context.Emax:
            return context._signal(InvalidOperation, too_large)
        if _length(answer._number) > context.prec:
            return context._signal(InvalidOperation, too_long)
        if answer and answer.adjusted() < context.Emin:
            context._signal(Subnormal)
        self._tell_loss(answer, (Inexact, Rounded), context)
        return answer._fix(context)

    def _tell_loss(self, answer, signals, context):
        """Gives those of the signals, in their order, that tell what the answer lost of this number."""
        if answer._exp > self._exp:
            for signal in signals:
                if signal is Rounded or answer._compare(self) != 0:
                    context._signal(signal)

    def to_integral_exact(self, rounding=None, context=None):
        """The nearest integer, telling what was lost."""
        if self._kind is not None:
            nan = self._nan_of(context=context)
            return self._plain() if nan is None else nan
        if self._exp >= 0:
            return self._plain()
        if not self._number:
            return _make(self._sign, 0, 0)
        if context is None:
            context = getcontext()
        answer = self._rescale(0, context.rounding if rounding is None else rounding)
        if answer._compare(self) != 0:
            context._signal(Inexact)
        context._signal(Rounded)
        return answer

    def to_integral_value(self, rounding=None, context=None):
        """The nearest integer."""
        if context is None:
            context = getcontext()
        if rounding is None:
            rounding = context.rounding
        if self._kind is not None:
            nan = self._nan_of(context=context)
            return self._plain() if nan is None else nan
        return self._plain() if self._exp >= 0 else self._rescale(0, rounding)

    to_integral = to_integral_value

    def normalize(self, context=None):
        """Rounded, without zeros at its end."""
        if context is None:
            context = getcontext()
        if self._kind is not None:
            nan = self._nan_of(context=context)
            if nan is not None:
                return nan
        result = self._fix(context)
        if result._kind is not None:
            return result
        if not result._number:
            return _make(result._sign, 0, 0)
        top = context.Etop() if context._clamp == 1 else context.Emax
        number, zeros = _stripped(result._number, top - result._exp)
        return _make(result._sign, number, result._exp + zeros)

    # Signs.

    def copy_abs(self):
        return self._with_sign(0)

    def copy_negate(self):
        return self._with_sign(1 - self._sign)

    def copy_sign(self, other):
        return self._with_sign(_needed(other)._sign)

    def _with_sign(self, sign):
        if self._kind is None:
            return _make(sign, self._number, self._exp)
        return _special(sign, self._kind, self._number)

    def __neg__(self, context=None):
        return self._signed(1 - self._sign, context)

    def __pos__(self, context=None):
        return self._signed(self._sign, context)

    def __abs__(self, round=True, context=None):
        if not round:
            return self.copy_abs()
        return self._signed(0, context)

    def _signed(self, sign, context):
        """Rounded, with this sign; a zero is negative only when rounding to the floor."""
        if context is None:
            context = getcontext()
        if self._kind is not None:
            nan = self._nan_of(context=context)
            return _special(sign, 'F') if nan is None else nan
        if not self._number and context.rounding != ROUND_FLOOR:
            sign = 0
        return _rounded(sign, self._number, self._exp, context)

    # Sums and products.

    def __add__(self, other, context=None):
        if other.__class__ is not Decimal:
            other = _operand(other)
            if other is NotImplemented:
                return other
        if context is None:
            context = getcontext()
        return self._sum(other, other._sign, context)

    __radd__ = __add__

    def __sub__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        return self._sum(other, 1 - other._sign, context)

    __rsub__ = _reflected('sub')

    def _sum(self, other, others_sign, context):
        """This and the other with that sign."""
        if self._kind is not None or other._kind is not None:
            nan = self._nan_of(other, context)
            if nan is not None:
                return nan
            if self._kind == 'F':
                if self._sign != others_sign and other._kind == 'F':
                    return context._signal(InvalidOperation, '-INF + INF')
                return self._plain()
            return _infinities[others_sign]
        sign, own, own_exp = self._sign, self._number, self._exp
        others, others_exp = other._number, other._exp
        exp = min(own_exp, others_exp)
        zero_sign = 1 if sign != others_sign and context.rounding == ROUND_FLOOR else 0
        if not own or not others:
            if own or others:
                if own:
                    rest = self
                else:
                    rest = _make(others_sign, others, others_exp)
                # Its exponent becomes that of the zero, as far as there are digits.
                exp = max(exp, rest._exp - context.prec - 1)
                return rest._rescale(exp, context.rounding)._fix(context)
            return _make(zero_sign or min(sign, others_sign), 0, exp)._fix(context)
        if own_exp != others_exp:
            own, others, exp = _aligned(own, own_exp, others, others_exp, context.prec)
        if sign == others_sign:
            return _rounded(sign, own + others, exp, context)
        if own == others:
            return _rounded(zero_sign, 0, exp, context)
        if own > others:
            return _rounded(sign, own - others, exp, context)
        return _rounded(others_sign, others - own, exp, context)

    def __mul__(self, other, context=None):
        if other.__class__ is not Decimal:
            other = _operand(other)
            if other is NotImplemented:
                return other
        if context is None:
            context = getcontext()
        sign = self._sign ^ other._sign
        if self._kind is not None or other._kind is not None:
            nan = self._nan_of(other, context)
            if nan is not None:
                return nan
            if not other:
                return context._signal(InvalidOperation, '(+-)INF * 0')
            if not self:
                return context._signal(InvalidOperation, '0 * (+-)INF')
            return _infinities[sign]
        return _rounded(sign, self._number * other._number, self._exp + other._exp, context)

    __rmul__ = __mul__

    def fma(self, other, third, context=None):
        """self * other + third, rounded once."""
        other = _needed(other)
        if self._kind is not None or other._kind is not None:
            if context is None:
                context = getcontext()
            for each in self, other:
                if each._kind == 'N':
                    return context._signal(InvalidOperation, 'sNaN', each)
            if self._kind == 'n':
                product = self
            elif other._kind == 'n':
                product = other
            elif not other:
                return context._signal(InvalidOperation, 'INF * 0 in fma')
            elif not self:
                return context._signal(InvalidOperation, '0 * INF in fma')
            else:
                product = _infinities[self._sign ^ other._sign]
        else:
            product = _make(self._sign ^ other._sign, self._number * other._number, self._exp + other._exp)
        return product.__add__(_needed(third), context)

    # Quotients.

    def __truediv__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        sign = self._sign ^ other._sign
        if self._kind is not None or other._kind is not None:
            nan = self._nan_of(other, context)
            if nan is not None:
                return nan
            if self._kind and other._kind:
                return context._signal(InvalidOperation, '(+-)INF/(+-)INF')
            if self._kind:
                return _infinities[sign]
            context._signal(Clamped, 'Division by infinity')
            return _make(sign, 0, context.Etiny())
        if not other._number:
            if not self._number:
                return context._signal(DivisionUndefined, '0 / 0')
            return context._signal(DivisionByZero, 'x / 0', sign)
        ideal = self._exp - other._exp
        if not self._number:
            return _rounded(sign, 0, ideal, context)
        # One digit more than is wanted.
        shift = _length(other._number) - _length(self._number) + context.prec + 1
        if shift >= 0:
            number, rest = divmod(self._number * _power(shift), other._number)
        else:
            number, rest = divmod(self._number, other._number * _power(-shift))
        exp = ideal - shift
        if rest:
            # What is lost decides only between exactly half and more.
            if number % 5 == 0:
                number += 1
        elif exp < ideal:
            number, zeros = _stripped(number, ideal - exp)
            exp += zeros
        return _rounded(sign, number, exp, context)

    __div__ = __truediv__

    __rtruediv__ = _reflected('truediv')

    __rdiv__ = __rtruediv__

    def _whole_quotient(self, other, context):
        """(the quotient rounded towards zero, the rest), for a finite dividend and a divisor that is not zero."""
        sign = self._sign ^ other._sign
        ideal = self._exp if other._kind else min(self._exp, other._exp)
        ahead = self.adjusted() - other.adjusted()
        if not self._number or other._kind or ahead <= -2:
            return _make(sign, 0, 0), self._rescale(ideal, context.rounding)
        if ahead <= context.prec:
            number, rest = divmod(self._number * _power(self._exp - ideal), other._number * _power(other._exp - ideal))
            if number < _power(context.prec):
                return _make(sign, number, 0), _make(self._sign, rest, ideal)
        nan = context._signal(DivisionImpossible, 'quotient too large in //, % or divmod')
        return nan, nan

    def __divmod__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan, nan
        sign = self._sign ^ other._sign
        if self._kind:
            if other._kind:
                nan = context._signal(InvalidOperation, 'divmod(INF, INF)')
                return nan, nan
            return _infinities[sign], context._signal(InvalidOperation, 'INF % x')
        if not other:
            if not self:
                nan = context._signal(DivisionUndefined, 'divmod(0, 0)')
                return nan, nan
            return (context._signal(DivisionByZero, 'x // 0', sign), context._signal(InvalidOperation, 'x % 0'))
        quotient, rest = self._whole_quotient(other, context)
        return quotient, rest._fix(context)

    __rdivmod__ = _reflected('divmod')

    def __mod__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan
        if self._kind:
            return context._signal(InvalidOperation, 'INF % x')
        if not other:
            if self:
                return context._signal(InvalidOperation, 'x % 0')
            return context._signal(DivisionUndefined, '0 % 0')
        return self._whole_quotient(other, context)[1]._fix(context)

    __rmod__ = _reflected('mod')

    def __floordiv__(self, other, context=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan
        if self._kind:
            if other._kind:
                return context._signal(InvalidOperation, 'INF // INF')
            return _infinities[self._sign ^ other._sign]
        if not other:
            if self:
                return context._signal(DivisionByZero, 'x // 0', self._sign ^ other._sign)
            return context._signal(DivisionUndefined, '0 // 0')
        return self._whole_quotient(other, context)[0]

    __rfloordiv__ = _reflected('floordiv')

    def remainder_near(self, other, context=None):
        """What lacks from the nearest multiple of `other`."""
        if context is None:
            context = getcontext()
        other = _needed(other)
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan
        if self._kind:
            return context._signal(InvalidOperation, 'remainder_near(infinity, x)')
        if not other:
            if self:
                return context._signal(InvalidOperation, 'remainder_near(x, 0)')
            return context._signal(DivisionUndefined, 'remainder_near(0, 0)')
        if other._kind:
            return self._fix(context)
        ideal = min(self._exp, other._exp)
        if not self._number:
            return _make(self._sign, 0, ideal)._fix(context)
        ahead = self.adjusted() - other.adjusted()
        if ahead >= context.prec + 1:
            return context._signal(DivisionImpossible)
        if ahead <= -2:
            return self._rescale(ideal, context.rounding)._fix(context)
        divisor = other._number * _power(other._exp - ideal)
        quotient, rest = divmod(self._number * _power(self._exp - ideal), divisor)
        # Of two that are equally near, the even one.
        if 2 * rest + (quotient & 1) > divisor:
            rest -= divisor
            quotient += 1
        if quotient >= _power(context.prec):
            return context._signal(DivisionImpossible)
        return _make(1 - self._sign if rest < 0 else self._sign, abs(rest), ideal)._fix(context)

    # Roots, powers, logarithms.

    def sqrt(self, context=None):
        if context is None:
            context = getcontext()
        if self._kind is not None:
            nan = self._nan_of(context=context)
            if nan is not None:
                return nan
            if self._sign == 0:
                return self._plain()
        if not self:
            return _make(self._sign, 0, self._exp // 2)._fix(context)
        if self._sign:
            return context._signal(InvalidOperation, 'sqrt(-x), x > 0')
        number, exp = self._number, self._exp // 2
        if self._exp & 1:
            number *= 10
        # One digit more than is wanted.
        shift = context.prec + 1 - (_length(number) + 1) // 2
        if shift >= 0:
            square, rest = number * _power(2 * shift), 0
        else:
            square, rest = divmod(number, _power(-2 * shift))
        root = _root(square)
        if rest == 0 and root * root == square:
            root = root // _power(shift) if shift >= 0 else root * _power(-shift)
        else:
            exp -= shift
            if root % 5 == 0:
                root += 1
        return _rounded(0, root, exp, context._rounding_half_even())

    def exp(self, context=None):
        """e to the power of this."""
        if context is None:
            context = getcontext()
        nan = self._nan_of(context=context)
        if nan is not None:
            return nan
        if self._kind:
            return _zero if self._sign else _infinities[0]
        if not self._number:
            return _one
        prec, first = context.prec, self.adjusted()
        if self._sign == 0 and first > _length((context.Emax + 1) * 3):
            answer = 1, context.Emax + 1
        elif self._sign and first > _length((1 - context.Etiny()) * 3):
            answer = 1, context.Etiny() - 1
        elif first < -prec - self._sign:
            answer = _near_one(prec, self._sign)
        else:
            answer = _exp_of_product(self, None, prec)
        return _rounded(0, answer[0], answer[1], context._rounding_half_even())

    def ln(self, context=None):
        """The logarithm to the base e."""
        if context is None:
            context = getcontext()
        nan = self._nan_of(context=context)
        if nan is not None:
            return nan
        if not self:
            return _infinities[1]
        if self._is_infinity() == 1:
            return _infinities[0]
        if self._compare(_one) == 0:
            return _zero
        if self._sign:
            return context._signal(InvalidOperation, 'ln of a negative value')
        return self._logarithm(False, context)

    def log10(self, context=None):
        """The logarithm to the base 10."""
        if context is None:
            context = getcontext()
        nan = self._nan_of(context=context)
        if nan is not None:
            return nan
        if not self:
            return _infinities[1]
        if self._is_infinity() == 1:
            return _infinities[0]
        if self._sign:
            return context._signal(InvalidOperation, 'log10 of a negative value')
        if _stripped(self._number, self._number)[0] == 1:
            return Decimal(self.adjusted())._fix(context)
        return self._logarithm(True, context)

    def _logarithm(self, to_ten, context):
        """The logarithm, which has no last digit, rounded."""
        prec = context.prec
        places = prec + 3 - self._first_of_ln()
        while True:
            bits = _bits_for(places + _length(self._exp)) + 32
            value = _ln(self._number, self._exp, bits)
            if to_ten:
                value = (value << bits) // _ln2_ln10(bits)[1]
            number = abs(value) * _power(places) >> bits
            if _length(number) > prec and not _is_unsure(number, prec):
                break
            places += 4
        return _rounded(1 if value < 0 else 0, number, -places, context._rounding_half_even())

    def _first_of_ln(self):
        """About the exponent of the first digit of the logarithm, of a number that is not 1."""
        first = self.adjusted()
        if first not in (0, -1):
            return _length(first) - 1
        # Near 1 it is about what lacks.
        return _make(0, abs(self._number - _power(-self._exp)) if self._exp < 0 else self._number - 1, self._exp).adjusted()

    def logb(self, context=None):
        """The exponent of the first digit, as a Decimal."""
        nan = self._nan_of(context=context)
        if nan is not None:
            return nan
        if context is None:
            context = getcontext()
        if self._kind:
            return _infinities[0]
        if not self:
            return context._signal(DivisionByZero, 'logb(0)', 1)
        return Decimal(self.adjusted())._fix(context)

    def __pow__(self, other, modulo=None, context=None):
        if modulo is not None:
            return self._power_modulo(other, modulo, context)
        other = _operand(other)
        if other is NotImplemented:
            return other
        if context is None:
            context = getcontext()
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan
        if not other:
            return _one if self else context._signal(InvalidOperation, '0 ** 0')
        sign, whole = 0, other._is_integer()
        base = self
        if self._sign:
            if whole:
                sign = 0 if other._is_even() else 1
            elif self:
                return context._signal(InvalidOperation, 'x ** y with x negative and y not an integer')
            base = self.copy_abs()
        if not base or base._kind:
            is_zero = bool(base) == bool(other._sign)
            return _make(sign, 0, 0) if is_zero else _infinities[sign]
        if base._compare(_one) == 0:
            return base._power_of_one(sign, other, whole, context)
        if other._kind:
            return _zero if (other._sign == 0) == (base.adjusted() < 0) else _infinities[0]
        return base._power_of(sign, other, whole, context)

    __rpow__ = _reflected('pow')

    def _power_of_one(self, sign, other, whole, context):
        """1 ** other, with as many zeros as a product of that many would have."""
        least = 1 - context.prec
        if whole:
            times = 0 if other._sign else min(context.prec, int(other) if other.adjusted() < 12 else context.prec)
            exp = self._exp * times
            if exp < least:
                exp = least
                context._signal(Rounded)
        else:
            context._signal(Inexact)
            context._signal(Rounded)
            exp = least
        return _make(sign, _power(-exp), exp)

    def _power_of(self, sign, other, whole, context):
        """The power of a finite number above zero that is not 1."""
        prec = context.prec
        exact = _exact_power(self, other, prec + 1)
        if exact is not None:
            number, exp = exact
            if whole and not other._sign:
                # The exponent of a product of that many, as far as there are digits.
                zeros = min(exp - self._exp * int(other), prec + 1 - _length(number))
                number, exp = number * _power(zeros), exp - zeros
            if whole:
                return _rounded(sign, number, exp, context)
            zeros = prec + 1 - _length(number)
            return self._inexact(_make(sign, number * _power(zeros), exp - zeros), context)
        # The exponent of the product of the power and the logarithm.
        first = self._first_of_ln() + other.adjusted()
        grows = (self.adjusted() >= 0) == (other._sign == 0)
        if first >= _length(context.Emax if grows else -context.Etiny()) + 1:
            answer = 1, context.Emax + 1 if grows else context.Etiny() - 1
        elif first < -prec - 3:
            answer = _near_one(prec, not grows)
        else:
            answer = _exp_of_product(other, self, prec)
        return _make(sign, *answer)._fix(context)

    def _inexact(self, result, context):
        """An exact power that is told to be inexact, since its exponent is no integer."""
        quiet = context.copy()
        quiet.clear_flags()
        for signal in _signals:
            quiet.traps[signal] = 0
        answer = result._fix(quiet)
        quiet._signal(Inexact)
        if quiet.flags[Subnormal]:
            quiet._signal(Underflow)
        if quiet.flags[Overflow]:
            context._signal(Overflow, 'above Emax', result._sign)
        for signal in Underflow, Subnormal, Inexact, Rounded, Clamped:
            if quiet.flags[signal]:
                context._signal(signal)
        return answer

    def _power_modulo(self, other, modulo, context):
        """self ** other % modulo, of integers."""
        other = _needed(other)
        modulo = _needed(modulo)
        if context is None:
            context = getcontext()
        every = self, other, modulo
        for worst in 2, 1:
            for each in every:
                if each._is_nan() == worst:
                    return context._signal(InvalidOperation, 'sNaN', each) if worst == 2 else each._fix(context)
        problem = None
        if not (self._is_integer() and other._is_integer() and modulo._is_integer()):
            problem = 'pow() 3rd argument not allowed unless all arguments are integers'
        elif other._compare(_zero) < 0:
            problem = 'pow() 2nd argument cannot be negative when 3rd argument specified'
        elif not modulo:
            problem = 'pow() 3rd argument cannot be 0'
        elif modulo.adjusted() >= context.prec:
            problem = ('insufficient precision: pow() 3rd argument must not have more than precision digits')
        elif not other and not self:
            problem = ('at least one of pow() 1st argument and 2nd argument must be nonzero; 0**0 is not defined')
        if problem is not None:
            return context._signal(InvalidOperation, problem)
        divisor = abs(int(modulo))
        number, exp = self._integer_parts()
        base = number % divisor * pow(10, exp, divisor) % divisor
        number, exp = other._integer_parts()
        for _ in xrange(exp):
            base = pow(base, 10, divisor)
        return _make(0 if other._is_even() else self._sign, pow(base, number, divisor), 0)

    def _integer_parts(self):
        """(number, exponent), with no digits behind the point, of an integer."""
        if self._exp >= 0:
            return self._number, self._exp
        return self._number // _power(-self._exp) if self._number else 0, 0

    # Neighbours.

    def next_minus(self, context=None):
        """The greatest number of the context below."""
        return self._next(1, context)

    def next_plus(self, context=None):
        """The least number of the context above."""
        return self._next(0, context)

    def _next(self, sign, context):
        if context is None:
            context = getcontext()
        nan = self._nan_of(context=context)
        if nan is not None:
            return nan
        if self._kind:
            if self._sign == sign:
                return self._plain()
            return _make(self._sign, _power(context.prec) - 1, context.Etop())
        context = context.copy()
        context.rounding = ROUND_FLOOR if sign else ROUND_CEILING
        context._ignore_all_flags()
        answer = self._fix(context)
        if answer._compare(self) != 0:
            return answer
        return self.__add__(_make(sign, 1, context.Etiny() - 1), context)

    def next_toward(self, other, context=None):
        """The next number of the context in the direction of `other`."""
        other = _needed(other)
        if context is None:
            context = getcontext()
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan
        order = self._compare(other)
        if order == 0:
            return self.copy_sign(other)
        answer = self._next(0 if order < 0 else 1, context)
        if answer._kind:
            context._signal(Overflow, 'Infinite result from next_toward', answer._sign)
            context._signal(Inexact)
            context._signal(Rounded)
        elif answer.adjusted() < context.Emin:
            context._signal(Underflow)
            context._signal(Subnormal)
            context._signal(Inexact)
            context._signal(Rounded)
            if not answer:
                context._signal(Clamped)
        return answer

    def scaleb(self, other, context=None):
        """With an exponent that is greater by `other`."""
        if context is None:
            context = getcontext()
        other = _needed(other)
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan
        most = 2 * (context.Emax + context.prec)
        if other._kind or other._exp != 0 or not -most <= int(other) <= most:
            return context._signal(InvalidOperation)
        if self._kind:
            return self._plain()
        return _make(self._sign, self._number, self._exp + int(other))._fix(context)

    # Digits as bits.

    def _logical_digits(self, context):
        """The digits, all 0 or 1, with as many places as the context has; None when it is no such number."""
        digits = str(self._number)
        if self._kind or self._sign or self._exp or digits.strip('01'):
            return None
        return digits.zfill(context.prec)[-context.prec:]

    def _logical(self, other, context, table):
        if context is None:
            context = getcontext()
        first = self._logical_digits(context)
        second = _needed(other)._logical_digits(context)
        if first is None or second is None:
            return context._signal(InvalidOperation)
        return _make(0, int(''.join([table[int(a) + int(b)] for a, b in zip(first, second)])), 0)

    def logical_and(self, other, context=None):
        return self._logical(other, context, '001')

    def logical_or(self, other, context=None):
        return self._logical(other, context, '011')

    def logical_xor(self, other, context=None):
        return self._logical(other, context, '010')

    def logical_invert(self, context=None):
        if context is None:
            context = getcontext()
        return self._logical(_make(0, int('1' * context.prec), 0), context, '010')

    def rotate(self, other, context=None):
        """The digits turned round by so many places, to the left when `other` is above zero."""
        return self._moved(other, context, True)

    def shift(self, other, context=None):
        """The digits moved by so many places, to the left when `other` is above zero."""
        return self._moved(other, context, False)

    def _moved(self, other, context, around):
        if context is None:
            context = getcontext()
        other = _needed(other)
        nan = self._nan_of(other, context)
        if nan is not None:
            return nan
        prec = context.prec
        if other._kind or other._exp != 0 or not -prec <= int(other) <= prec:
            return context._signal(InvalidOperation)
        if self._kind:
            return self._plain()
        places = int(other)
        digits = str(self._number).zfill(prec)[-prec:]
        if around:
            digits = digits[places:] + digits[:places]
        elif places < 0:
            digits = digits[:places]
        else:
            digits = (digits + '0' * places)[-prec:]
        return _make(self._sign, int(digits or 0), self._exp)

    # Text with a format.

    def __format__(self, specifier, context=None, _localeconv=None):
        if context is None:
            context = getcontext()
        spec = _Format(specifier)
        type = spec.type or ('G' if context.capitals else 'g')
        sign = '-' if self._sign else spec.sign
        if self._kind is not None:
            return spec.aligned(sign, str(self.copy_abs()) + ('%' if type == '%' else ''))
        if type == 'n':
            type = 'g'
        number, precision = self, spec.precision
        if type == '%':
            number = _make(self._sign, self._number, self._exp + 2)
        if precision is not None:
            if type in 'eE':
                number = number._to_digits(precision + 1, context.rounding)
            elif type in 'fF%':
                number = number._rescale(-precision, context.rounding)
            elif _length(number._number) > precision:
                number = number._to_digits(precision, context.rounding)
        if not number and number._exp > 0 and type in 'fF%':
            number = number._rescale(0, context.rounding)
        digits = str(number._number)
        left = number._exp + len(digits)
        if type in 'eE':
            point = 1 - precision if not number and precision is not None else 1
        elif type in 'fF%' or number._exp <= 0 and left > -6:
            point = left
        else:
            point = 1
        if point < 0:
            whole, fraction = '0', '0' * -point + digits
        elif point > len(digits):
            whole, fraction = digits + '0' * (point - len(digits)), ''
        else:
            whole, fraction = digits[:point] or '0', digits[point:]
        end = '.' + fraction if fraction else ''
        if left != point or type in 'eE':
            end += '%s%+d' % ('E' if type in 'EG' else 'e', left - point)
        if type == '%':
            end += '%'
        return spec.aligned(sign, spec.grouped(whole, len(end) + len(sign)) + end)


_infinite = float('inf')


def _aligned(own, own_exp, others, others_exp, prec):
    """Both numbers and their common exponent. One that is far too small to matter becomes a 1 just behind the other's digits."""
    if own_exp < others_exp:
        others, own, exp = _aligned(others, others_exp, own, own_exp, prec)
        return own, others, exp
    lowest = own_exp + min(-1, _length(own) - prec - 2)
    if _length(others) + others_exp - 1 < lowest:
        others, others_exp = 1, lowest
    return own * _power(own_exp - others_exp), others, others_exp


def _near_one(prec, below):
    """A number so near 1 that it only counts on which side it is."""
    return (_power(prec + 3) - 1 if below else _power(prec + 3) + 1), -prec - 3


def _exp_of_product(factor, power_of, prec):
    """(n, exponent), with digits enough to be rounded to `prec`, of e ** factor, or power_of ** factor."""
    extra = 3
    while True:
        digits = prec + extra
        bits = _bits_for(digits + max(factor.adjusted(), 0) + 12)
        if power_of is None:
            product = _scaled(factor._number << bits, factor._exp)
        else:
            bits += 32 + 4 * (_length(factor._number) + max(factor._exp, 0))
            product = _scaled(factor._number * _ln(power_of._number, power_of._exp, bits), factor._exp)
        number, exp = _exp(-product if factor._sign else product, bits, digits)
        if not _is_unsure(number, prec):
            return number, exp
        extra *= 2


def _scaled(n, exp):
    return n * _power(exp) if exp >= 0 else n // _power(-exp)


def _exact_power(base, exponent, most):
    """(n, exponent) of base ** exponent without zeros at the end of n, which has at most so many digits; None when there is none."""
    # The exponent as p / q in lowest terms, the base as n * 2 ** twos * 5 ** fives.
    p, zeros = _stripped(exponent._number, _length(exponent._number))
    tens = exponent._exp + zeros
    if tens > 0:
        if tens > 12:
            return None
        p *= _power(tens)
    q = 1
    if tens < 0:
        # A root of this degree is exact only for powers of that degree: of 2 or 5 with an exponent as large as the base has.
        if -tens > 3 * (_length(base._number) + _length(base._exp)) + 64:
            return None
        q = _power(-tens)
        common = _common(p, q)
        p //= common
        q //= common
    n, twos, fives = base._number, base._exp, base._exp
    while n % 5 == 0:
        n //= 5
        fives += 1
    shift = 0
    while n >> shift & 1 == 0:
        shift += 1
    n >>= shift
    twos += shift
    if twos % q or fives % q:
        return None
    n = _exact_root(n, q)
    if n is None:
        return None
    twos, fives = twos // q * p, fives // q * p
    if exponent._sign:
        if n != 1:
            return None
        twos, fives = -twos, -fives
    if n > 1 and (p * (n.bit_length() - 1) > most * 4 or abs(twos - fives) > 4 * most) or abs(twos - fives) > 4 * most:
        return None
    exp = min(twos, fives)
    number = n ** p * 2 ** (twos - exp) * 5 ** (fives - exp)
    return (number, exp) if _length(number) <= most else None


def _common(a, b):
    while b:
        a, b = b, a % b
    return a


def _exact_root(n, degree):
    """The root of a whole number; None when it is not whole."""
    if n == 1 or degree == 1:
        return n
    size = n.bit_length()
    if degree >= size:
        return None
    guess = 1 << (size + degree - 1) // degree
    while True:
        better = ((degree - 1) * guess + n // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess if guess ** degree == n else None
        guess = better


class _Format(object):
    """A format specifier that has been read: [[fill]align][sign][0][width][,][.precision][type]."""

    def __init__(self, text):
        self._text = text
        self._unicode = isinstance(text, unicode)
        rest = text
        fill = align = None
        if rest[1:2] and rest[1] in '<>=^':
            fill, align, rest = rest[0], rest[1], rest[2:]
        elif rest[:1] and rest[0] in '<>=^':
            align, rest = rest[0], rest[1:]
        self.sign = ''
        if rest[:1] and rest[0] in '-+ ':
            self.sign = rest[0].strip('-')
            rest = rest[1:]
        zeros = rest[:1] == '0'
        if zeros:
            rest = rest[1:]
        self.width = None
        if rest[:1] != '0':
            self.width, rest = _leading_number(rest)
        self.comma = rest[:1] == ','
        if self.comma:
            rest = rest[1:]
        self.precision = None
        if rest[:1] == '.':
            self.precision, rest = _leading_number(rest[1:])
            if self.precision is None:
                rest = '?'
        self.type = rest
        if len(rest) > 1 or rest not in 'eEfFgGn%':
            raise ValueError('Invalid format specifier: ' + text)
        if zeros:
            for given, name in (fill, 'Fill character'), (align, 'Alignment'):
                if given is not None:
                    raise ValueError("%s conflicts with '0' in format specifier: %s" % (name, text))
        self._zeros = zeros
        self._fill = fill or ' '
        self._align = align or '>'
        if self.precision == 0 and self.type in 'gG':
            self.precision = 1
        if self.type == 'n' and self.comma:
            raise ValueError("Explicit thousands separator conflicts with 'n' type in format specifier: " + text)

    def grouped(self, digits, others):
        """The digits before the point, with commas if they are wanted; `others` counts what else stands in the width."""
        least = self.width - others if self._zeros and self.width is not None else 1
        if not self.comma:
            return digits.zfill(least)
        groups = []
        while True:
            size = min(max(len(digits), least, 1), 3)
            groups.append(digits[-size:].zfill(size))
            digits = digits[:-size]
            least -= size
            if not digits and least <= 0:
                return ','.join(reversed(groups))
            least -= 1

    def aligned(self, sign, body):
        """Sign and body with what fills the width."""
        fill = self._fill * ((self.width or 0) - len(sign) - len(body))
        if self._align == '<':
            text = sign + body + fill
        elif self._align == '>':
            text = fill + sign + body
        elif self._align == '=':
            text = sign + fill + body
        else:
            half = len(fill) // 2
            text = fill[:half] + sign + body + fill[half:]
        return unicode(text) if self._unicode else text


def _leading_number(text):
    """(the number that the text begins with, or None; the rest)."""
    rest = text.lstrip('0123456789')
    digits = text[:len(text) - len(rest)]
    return (int(digits) if digits else None), rest


class Context(object):
    """How to compute: how many digits, how to round, within which exponents, and which signals become exceptions."""

    def __init__(self, prec=None, rounding=None, traps=None, flags=None, Emin=None, Emax=None, capitals=None, _clamp=0,
                 _ignored_flags=None):
        # The very first has nobody to take from.
        default = DefaultContext
        self.prec = default.prec if prec is None else prec
        self.rounding = default.rounding if rounding is None else rounding
        self.Emin = default.Emin if Emin is None else Emin
        self.Emax = default.Emax if Emax is None else Emax
        self.capitals = default.capitals if capitals is None else capitals
        self._clamp = _clamp
        self._ignored_flags = [] if _ignored_flags is None else _ignored_flags
        self.traps = default.traps.copy() if traps is None else _switches(traps)
        self.flags = _switches([]) if flags is None else _switches(flags)

    __hash__ = None

    def __repr__(self):
        return ('Context(prec=%d, rounding=%s, Emin=%d, Emax=%d, capitals=%d, flags=[%s], traps=[%s])' % (
            self.prec, self.rounding, self.Emin, self.Emax, self.capitals, _names(self.flags), _names(self.traps)))

    def clear_flags(self):
        """Forgets every signal there was."""
        for flag in self.flags:
            self.flags[flag] = 0

    def _shallow_copy(self):
        """A copy that tells its signals to the same flags."""
        return Context(self.prec, self.rounding, self.traps, self.flags, self.Emin, self.Emax, self.capitals, self._clamp,
                       self._ignored_flags)

    def copy(self):
        return Context(self.prec, self.rounding, self.traps.copy(), self.flags.copy(), self.Emin, self.Emax, self.capitals,
                       self._clamp, self._ignored_flags)

    __copy__ = copy

    def _signal(self, condition, explanation=None, *args):
        """Tells of a condition: raises it if it is trapped, and otherwise gives the result that it stands for."""
        signal = _raised_as.get(condition, condition)
        if signal in self._ignored_flags:
            return signal().handle(self, *args)
        self.flags[signal] = 1
        if not self.traps[signal]:
            return condition().handle(self, *args)
        raise signal(explanation)

    def _ignore_all_flags(self):
        self._ignored_flags = list(_signals)

    def _rounding_half_even(self):
        """This context, for functions that round in one way only."""
        if self.rounding == ROUND_HALF_EVEN:
            return self
        context = self._shallow_copy()
        context.rounding = ROUND_HALF_EVEN
        return context

    def Etiny(self):
        """The least exponent, of the least digit."""
        return int(self.Emin - self.prec + 1)

    def Etop(self):
        """The greatest exponent that a number with all its digits can have."""
        return int(self.Emax - self.prec + 1)

    def create_decimal(self, num='0'):
        """A Decimal rounded to this context."""
        if isinstance(num, basestring) and num != num.strip():
            return self._signal(ConversionSyntax, 'no trailing or leading whitespace is permitted.')
        result = Decimal(num, context=self)
        if result.is_nan() and result._number and _length(result._number) > self.prec - self._clamp:
            return self._signal(ConversionSyntax, 'diagnostic info too long in NaN')
        return result._fix(self)

    def create_decimal_from_float(self, f):
        return Decimal.from_float(f)._fix(self)

    def copy_decimal(self, a):
        return Decimal(_needed(a))

    def radix(self):
        return _ten

    def canonical(self, a):
        return a.canonical(context=self)

    def is_canonical(self, a):
        return a.is_canonical()

    def add(self, a, b):
        return _of_operator(_needed(a).__add__(b, context=self), b)

    def subtract(self, a, b):
        return _of_operator(_needed(a).__sub__(b, context=self), b)

    def multiply(self, a, b):
        return _of_operator(_needed(a).__mul__(b, context=self), b)

    def divide(self, a, b):
        return _of_operator(_needed(a).__div__(b, context=self), b)

    def divide_int(self, a, b):
        return _of_operator(_needed(a).__floordiv__(b, context=self), b)

    def divmod(self, a, b):
        return _of_operator(_needed(a).__divmod__(b, context=self), b)

    def remainder(self, a, b):
        return _of_operator(_needed(a).__mod__(b, context=self), b)

    def power(self, a, b, modulo=None):
        return _of_operator(_needed(a).__pow__(b, modulo, context=self), b)

    def abs(self, a):
        return _needed(a).__abs__(context=self)

    def minus(self, a):
        return _needed(a).__neg__(context=self)

    def plus(self, a):
        return _needed(a).__pos__(context=self)

    def to_sci_string(self, a):
        return _needed(a).__str__(context=self)

    def to_integral(self, a):
        return _needed(a).to_integral_value(context=self)

    def fma(self, a, b, c):
        return _needed(a).fma(b, c, context=self)


def _of_operator(result, operand):
    """The result of an operator, which says by NotImplemented that its operand is no number."""
    if result is NotImplemented:
        raise TypeError('Unable to convert %s to Decimal' % operand)
    return result


def _switches(given):
    """Signals to 0 or 1, of a list of those that are on."""
    return given if isinstance(given, dict) else dict([(signal, int(signal in given)) for signal in _signals])


def _names(switches):
    return ', '.join([signal.__name__ for signal in switches if switches[signal]])


def _method(name, arguments, with_context):
    """A context's method that is the number's own."""
    if arguments == 1:
        if with_context:
            return lambda self, a: getattr(_needed(a), name)(context=self)
        return lambda self, a: getattr(_needed(a), name)()
    if with_context:
        return lambda self, a, b: getattr(_needed(a), name)(b, context=self)
    return lambda self, a, b: getattr(_needed(a), name)(b)


for _arguments, _with_context, _methods in [
        (1, True, 'exp is_normal is_subnormal ln log10 logb logical_invert next_minus next_plus normalize number_class'
                  ' sqrt to_eng_string to_integral_exact to_integral_value'),
        (1, False, 'copy_abs copy_negate is_finite is_infinite is_nan is_qnan is_signed is_snan is_zero'),
        (2, True, 'compare compare_signal logical_and logical_or logical_xor max max_mag min min_mag next_toward quantize'
                  ' remainder_near rotate scaleb shift'),
        (2, False, 'compare_total compare_total_mag copy_sign same_quantum')]:
    for _name in _methods.split():
        _function = _method(_name, _arguments, _with_context)
        _function.__name__ = _name
        setattr(Context, _name, _function)
del _arguments, _with_context, _methods, _name, _function


DefaultContext = None
DefaultContext = Context(28, ROUND_HALF_EVEN, [DivisionByZero, Overflow, InvalidOperation], [], -999999999, 999999999, 1)
BasicContext = Context(9, ROUND_HALF_UP, [DivisionByZero, Overflow, InvalidOperation, Clamped, Underflow], [])
ExtendedContext = Context(9, ROUND_HALF_EVEN, [], [])

_zero = _make(0, 0, 0)
_one = _make(0, 1, 0)
_ten = _make(0, 10, 0)
_NaN = _special(0, 'n')
_infinities = _special(0, 'F'), _special(1, 'F')

_numbers.Number.register(Decimal)
