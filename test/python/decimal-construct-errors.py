"""What no Decimal can be made of."""
from decimal import *


def attempt(text):
    try:
        print text, '->', repr(eval(text))
    except Exception as error:
        print text, '->', type(error).__name__ + ':', error


for text in """Decimal('abc')
Decimal('')
Decimal('1,5')
Decimal('1.2.3')
Decimal('1e')
Decimal('- 1')
Decimal('12abc', Context(traps=[]))
Decimal(None)
Decimal([])
Decimal({})
Decimal(1j)
Decimal((0, (1, 2)))
Decimal((2, (1,), 0))
Decimal((0, (10,), 0))
Decimal((0, ('1',), 0))
Decimal((0, (1,), 'x'))
Decimal(1, 2, 3)
Decimal.from_float('1.5')
getcontext().create_decimal(' 1')
getcontext().create_decimal('x')
Context(precision=3)
Context(prec='a')""".splitlines():
    attempt(text)
