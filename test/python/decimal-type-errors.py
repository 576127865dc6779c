"""Decimals do not mix with floats and texts in arithmetic."""
from decimal import Decimal, getcontext


def attempt(text):
    try:
        print text, '->', repr(eval(text))
    except Exception as error:
        print text, '->', type(error).__name__ + ':', error


one = Decimal(1)
for text in """one + 1.5
1.5 * one
one - '1'
'a' + one
one / None
one // 2.0
one % 2.0
divmod(one, 2.0)
one ** 0.5
2.0 ** one
one.quantize('0.01')
one.compare(1.5)
one.max('2')
one.sqrt(5)
getcontext().add(1.5, 2)
getcontext().power(2, 'a')
one.nothing
int(Decimal('NaN'))
int(Decimal('Infinity'))
float(Decimal('sNaN'))
hash(Decimal('sNaN'))
Decimal('1.5').to_integral('ROUND_SIDEWAYS')""".splitlines():
    attempt(text)
one.digits = 3
