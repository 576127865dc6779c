"""sqrt, exp, ln, log10 and powers are rounded to the last digit."""
from decimal import Decimal, getcontext

for precision in 5, 28, 40:
    getcontext().prec = precision
    print Decimal(2).sqrt(), Decimal('1e-7').sqrt(), Decimal(16).sqrt(), Decimal('2.25').sqrt()
    print Decimal(1).exp(), Decimal('-2.5').exp(), Decimal('1e-30').exp(), Decimal(0).exp()
    print Decimal(2).ln(), Decimal('0.001').ln(), Decimal('1.0000001').ln(), Decimal(1).ln()
    print Decimal(2).log10(), Decimal(1000).log10(), Decimal('0.5').log10()
    print Decimal(2) ** Decimal('0.5'), Decimal('1.05') ** 30, Decimal(3) ** -3, Decimal('0.5') ** Decimal('1.5'), Decimal(10) ** -5
print Decimal(8) ** (Decimal(1) / 3), Decimal(27).fma(2, Decimal('0.5')), Decimal(10).remainder_near(6), Decimal(2).logb()
print Decimal('1.5').next_plus(), Decimal(1).next_minus(), Decimal(1).next_toward(0), Decimal(3).max(4), Decimal(3).min(Decimal('NaN'))
print Decimal(1101).logical_and(Decimal(1011)), Decimal(12).shift(2), Decimal(1234).rotate(1), Decimal(5).scaleb(3)
