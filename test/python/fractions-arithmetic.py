"""Exact fractions, alone and with other numbers."""
from decimal import Decimal
from fractions import Fraction, gcd

half, third = Fraction(1, 2), Fraction('1/3')
print half + third, half - third, half * third, half / third, half // third, half % third, divmod(half, third), -half, +half, abs(-half)
print repr(half + 1), repr(2 * third), repr(1 - half), repr(3 / third), repr(half + 0.5), repr(0.5 / half), repr(half * 1j), repr(7 // Fraction(2, 3))
print half ** 2, half ** -3, half ** 0.5, half ** third, 2 ** Fraction(3), 2.0 ** half, 4 ** half
for text in '3/4', '-1.25', '1e-3', ' 7 ', '.5', '2.', u'1/3', '+6/8', '1E5':
    print repr(text), repr(Fraction(text))
print Fraction(6, -4), Fraction(0.1), Fraction(Decimal('1.1')), Fraction(half, third), Fraction(5L), Fraction(True), Fraction()
print Fraction.from_float(0.25), Fraction.from_decimal(Decimal('0.125')), Fraction('3.1415926535').limit_denominator(1000), Fraction(0.1).limit_denominator()
print half == 0.5, half == Fraction(2, 4), half < third, half >= 0.25, half == '1/2', sorted([half, 0.4, 1, third]), cmp(half, third)
print int(Fraction(-7, 2)), long(half), float(third), complex(half), round(Fraction(22, 7), 2), bool(Fraction(0)), '%d %.2f %s' % ((Fraction(7, 2),) * 3)
print half.numerator, half.denominator, half.real, half.imag, half.conjugate(), {half: 1}[0.5], {Fraction(2): 1}[2], hash(Fraction(3)) == hash(3)
print sum([third] * 3), gcd(12, 18), gcd(-12, 18), gcd(12, -18), gcd(0, 5), gcd(10 ** 20, 10 ** 15), format(half, '>6')
