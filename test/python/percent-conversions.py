"""The conversions of %: per cent signs with a width, the alternate form, very precise floats."""
print ['%5%|%-5%|' % (), '%#.0e' % 1.0, '%#.0f' % 2.0, '%#g' % 1.0, '%#x %#o %#X' % (255, 8, 255)]
print '%.60f' % 0.1, '%.120f' % 0.1 == '%.60f' % 0.1 + '0' * 60, '%5.3d|%-8.3x|%+05d' % (7, 255, 3)
print '%c%c' % (65, 'b'), repr(u'%c' % 8364), '%*d|%-*d|%.*f' % (5, 1, 5, 2, 2, 3.14159), '%d' % 1e20, '%x' % -255L
for wrong, args in (('%d', 'a'), ('%i', '5'), ('%d', float('inf')), ('%x', None), ('%c', 256), ('%c', 'ab'), ('%c', None),
                    ('%c', 1.5), ('%y', 1), ('%lld', 1), ('%', 1), ('%(a)s', 1), ('%(a', {}), ('%*d', ('a', 1)),
                    ('%.99999999999d', 1), ('%s %s', 1), ('%s', (1, 2)), ('%f', 'a')):
    try:
        print wrong % args
    except (TypeError, ValueError, OverflowError) as e:
        print wrong, '->', type(e).__name__ + ':', e
