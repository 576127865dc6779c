"""What no fraction can be made of, and what it does not mix with."""
from decimal import Decimal
from fractions import Fraction, gcd


def attempt(text):
    try:
        print text, '->', repr(eval(text))
    except Exception as error:
        print text, '->', type(error).__name__ + ':', error


half = Fraction(1, 2)
for text in """Fraction(1, 0)
Fraction('3/0')
Fraction('abc')
Fraction('')
Fraction('3 / 4')
Fraction('3/-4')
Fraction('1.2/3')
Fraction('nan')
Fraction(None)
Fraction(1.5, 2)
Fraction('1', '2')
Fraction(1, 2, 3)
Fraction(float('nan'))
Fraction(Decimal('Infinity'))
Fraction.from_float('a')
Fraction.from_decimal(0.1)
half.limit_denominator(0)
half / 0
half // 0
half % 0
half / 0.0
Fraction(0) ** -1
Fraction(-4) ** half
half + 'a'
half + Decimal(1)
half ** 'a'
half < 1j
format(half, '.2f')
gcd('a', 1)
float(Fraction(10 ** 400, 3))
half.x""".splitlines():
    attempt(text)
half.numerator = 3
