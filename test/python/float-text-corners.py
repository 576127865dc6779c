"""Corners of floats as text: halfway cases, twelve digits, parts of complex numbers, commas beside infinities."""
for x in 1000000000005.0, 715105.0, 1000005.0, 1234567890105.0, 10000000000015.0, 100000000000500.0, 137438953472.0, 12345678901234.0:
    print x, repr(x), '%g' % x, '%.5g' % x, format(x, '.5g'), '%#.5g' % x, '%.12g' % x, str(complex(x, -x)), format(complex(x, 1), '.5g')
for x in float('inf'), float('-inf'), float('nan'):
    print [format(x, spec) for spec in ('010,', '+012,.2e', '=010,', '015,g', ',', '10,', '08,%', '<8')]
print 10 ** -5, repr(10.0 ** -21), repr(1.05 ** 10), repr(0.1 ** 3), abs(1 + 2j), repr(abs(3e-5 + 1e-5j)), repr(2.5 ** -3.5)


class Cut(object):
    def __trunc__(self):
        return 7


print '%d %x %5.3d' % (Cut(), Cut(), Cut()), hash(-1.0) == hash(-1), divmod(7, 2.5)
