"""Decimals compare with integers and floats by their exact values, and are equal keys."""
from decimal import Decimal

half = Decimal('0.5')
print half == 0.5, half < 1, half > 0.25, Decimal('0.1') == 0.1, Decimal('0.1') < 0.1, Decimal(0.1) == 0.1, 1 > half
print Decimal('1.0') == 1, Decimal('1.0') == Decimal('1.00'), Decimal(1) == '1', Decimal(1) != None, cmp(half, 1), half <= 0.5
print sorted([Decimal(3), 1, 2.5, Decimal('-1')]), max(Decimal(1), 2), min(0.1, Decimal('0.1'))
print {Decimal(1): 'one'}[1], {1: 'one'}[Decimal('1.0')], Decimal('2.5') in [2.5], len(set([Decimal(2), 2, 2.0, Decimal('2.00')]))
print hash(Decimal(3)) == hash(3), hash(half) == hash(0.5), hash(Decimal('1e20')) == hash(10 ** 20)
print Decimal('1.0').compare_total(Decimal('1.00')), Decimal(2).compare(3), Decimal('NaN') == Decimal('NaN'), Decimal('NaN') != 1
print Decimal('Infinity') > 10 ** 100, Decimal('-Infinity') == float('-inf'), Decimal('0') == Decimal('-0')
