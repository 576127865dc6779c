"""A Decimal as text keeps its zeros; exponents appear when there are many."""
from decimal import Decimal

for text in ['0', '-0', '0.00', '1.50', '1e3', '1E-6', '0.000001', '0.0000001', '12345678901234567890.123', '-1.5E+10', '0E-7',
             '0E+2', 'Infinity', '-inf', 'NaN', 'sNaN12', '  3.14 ', '+7', '.5', '5.', u'1.25']:
    number = Decimal(text)
    print repr(text), str(number), repr(number), number.to_eng_string(), number.as_tuple(), number.adjusted(), bool(number)
print Decimal(3), Decimal(-3L), Decimal(True), Decimal(0.1), Decimal(-0.5), Decimal((1, (1, 2, 5), -2)), Decimal()
print Decimal.from_float(2.5), '%s %d %.2f %r' % ((Decimal('1.25'),) * 4), unicode(Decimal('1.5'))
