# Floats with more places than they have digits, and hexadecimal digits by the hundred.
import math

print ['%.1100f' % x == '%.1074f' % x + '0' * 26 for x in (0.0, 5e-324, 0.1, 1.5, -2.0, 1e22)]
print len('%.2000f' % 1e-320), ('%.2000f' % 5e-324).rstrip('0')[-20:], len('%.2000f' % -1e300)
print len('%.1500e' % 5e-324), ('%.1500e' % 5e-324)[750:770], ('%.1500e' % 1e308)[-8:]
print ('%.1500e' % 0.1)[-30:], ('%.1500g' % 0.1)[-10:], len('%#.1500g' % 0.1)
print '{:.1200f}'.format(0.5)[-5:], len('{:.1200e}'.format(3.0)), '{:.1200g}'.format(7.0), len(format(2.5, '.1300%'))
print round(5e-324, 323), round(1.5, 2000), '%.0f' % 2.5, '%.0e' % 0

for text in ('1' * 500 + 'p-1990', '0' * 3000 + '1.8', '.' + '0' * 2600 + '1p10000', '1' + '0' * 3000 + 'p-12000',
             '1.' + '0' * 13 + '8' + '0' * 300, '1.' + '0' * 13 + '8' + '0' * 300 + '1', '1.' + '0' * 12 + '18' + '0' * 99,
             'f' * 256, '0x.' + '0' * 400 + '1', '1.' + 'f' * 300, '-' + '0' * 200 + '.' + '0' * 200, '0.' + '0' * 268 + '1',
             '1p-1074', '1p-1075', '1.8p-1075', '0x1.' + '0' * 200 + '1p-1075'):
    try:
        print repr(float.fromhex(text)),
    except (OverflowError, ValueError), e:
        print '%s: %s' % (type(e).__name__, e),
print
try:
    float.fromhex('f' * 257)
except OverflowError, e:
    print e
