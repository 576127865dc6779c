"""format() of Decimals: widths, signs, commas, percentages; never by way of a float."""
from decimal import Decimal

numbers = [Decimal('1234567.891'), Decimal('-0.005'), Decimal('1E+10'), Decimal(0), Decimal('NaN'), Decimal('-Infinity')]
for spec in ['', '.2f', ',.2f', '10.1f', '<12', '^+14.3e', '012.2f', '015,.1f', '%', '.1%', 'g', '.3g', 'E', 'n', '*>15', '=+12', '.0f', 'F']:
    print spec.ljust(8), [format(number, spec) for number in numbers]
print '{0:.3f} {0!r} {1:>8}'.format(Decimal('2.0005'), Decimal('1.0'))
print repr(format(Decimal('1.5'), u'>6'))
for spec in ['x', '.f', 'd', '*<010', '<010', ',n', '5.2.1', '00005', 's']:
    try:
        print format(Decimal(1), spec)
    except ValueError as error:
        print repr(spec), error
