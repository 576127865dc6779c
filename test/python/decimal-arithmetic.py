"""Sums, products and quotients of Decimals are exact as far as the context's digits go."""
from decimal import Decimal, getcontext

price = Decimal('19.99')
print price * 3, price + 1, 100 - price, price / 7, -price, +price, abs(-price)
print Decimal('0.1') + Decimal('0.2') == Decimal('0.3'), 0.1 + 0.2 == 0.3
print Decimal(7) // 2, Decimal(7) % 2, divmod(Decimal('-7.5'), 2), Decimal(-7) // 2, Decimal(-7) % 3
print Decimal(2) ** 10, Decimal(2) ** -2, Decimal(9) ** Decimal('0.5'), pow(Decimal(3), 20, 7)
print 1 / Decimal(3), Decimal(1) / 8, Decimal('1.10') + Decimal('2.2'), Decimal('1.10') * Decimal('2.20')
print repr(sum([Decimal('0.10')] * 3)), repr(Decimal('1E+3') + 1), repr(Decimal(10) ** 30 + Decimal('0.1'))
getcontext().prec = 6
print Decimal(1) / 7, Decimal('123456789') + 0, Decimal('1234567.5') * 1, repr(Decimal('123456789'))
getcontext().prec = 50
print Decimal(1) / 7, Decimal(2).sqrt()
print int(Decimal('-12.9')), long(Decimal('1e20')), float(Decimal('0.1')), complex(Decimal(2)), round(Decimal('2.675'), 2)
