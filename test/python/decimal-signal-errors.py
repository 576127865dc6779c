"""Signals that are trapped are exceptions; each says what was tried."""
from decimal import *


def attempt(text):
    try:
        print text, '->', repr(eval(text))
    except Exception as error:
        print text, '->', type(error).__name__ + ':', error


for text in """Decimal(1) / 0
Decimal(0) / 0
Decimal(1) // 0
Decimal(1) % 0
divmod(Decimal(0), 0)
Decimal(0) ** 0
Decimal(-8) ** Decimal('0.5')
Decimal(-1).sqrt()
Decimal(-1).ln()
Decimal(-1).log10()
Decimal(0).logb()
Decimal('Infinity') - Decimal('Infinity')
Decimal('Infinity') * 0
Decimal('Infinity') / Decimal('Infinity')
Decimal('Infinity') % 2
Decimal('1e30').quantize(Decimal('0.01'))
Decimal('Infinity').quantize(Decimal('1'))
Decimal('1e999999999') * 10
Decimal('1e40') // 3
Decimal('NaN') < 1
Decimal('sNaN') + 1
Decimal(12).logical_and(1)
pow(Decimal(2), -1, 5)
pow(Decimal(2), 3, 0)
pow(Decimal('1.5'), 2, 3)""".splitlines():
    attempt(text)
print isinstance(DivisionByZero(), ZeroDivisionError), issubclass(Overflow, Inexact), issubclass(InvalidOperation, ArithmeticError)
with localcontext() as context:
    context.traps[Inexact] = True
    print Decimal(1) / 8
    attempt('Decimal(1) / 3')
    context.traps = dict.fromkeys(context.traps, 0)
    print Decimal(1) / 0, Decimal(-1) / 0, Decimal(0) / 0, Decimal(-1).sqrt()
