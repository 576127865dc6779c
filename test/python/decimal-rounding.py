"""quantize, to_integral and the eight ways of rounding."""
from decimal import *

ways = [ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]
for text in ['1.25', '1.35', '-1.25', '2.01', '-2.09', '1.05', '0.55', '7']:
    number = Decimal(text)
    print text.rjust(5), [str(number.quantize(Decimal('0.1'), rounding=way)) for way in ways]
for way in ways:
    print way, Decimal('2.5').to_integral_value(way), Decimal('-3.5').to_integral_value(way), Decimal('1.1').to_integral_exact(way)
cent = Decimal('.01')
print Decimal('3.14159').quantize(cent), Decimal('2').quantize(cent), Decimal('1e3').quantize(Decimal(1)), Decimal('0.005').quantize(cent)
print Decimal('1.500').normalize(), Decimal('100').normalize(), Decimal('0.00').normalize(), Decimal('12.30') .same_quantum(Decimal('4.56'))
with localcontext() as context:
    context.rounding = ROUND_UP
    print Decimal('1.001').quantize(cent), Decimal(1) / 3
print Decimal('1.001').quantize(cent)
