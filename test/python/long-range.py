"""range counts with longs, xrange with machine words."""
print range(2 ** 70, 2 ** 70 + 2), range(2 ** 70 + 2, 2 ** 70, -1), range(0, 2 ** 70, 2 ** 69)
print range(1L, 3L), range(True), range(-2 ** 70, -2 ** 70 + 1), range(3, 0), range(9007199254740990, 9007199254740993)
for wrong in ('range(1.5)', "range('a')", 'range(1, 2, 0)', 'range()', 'xrange()', 'xrange(1.5)', "xrange('a')",
              'xrange(1, 2, 0)', 'xrange(a=1)', 'range(2 ** 70)', 'xrange(5)[9]', "xrange(5)['a']", 'xrange(5)[1:2]'):
    try:
        print eval(wrong)
    except (TypeError, ValueError, OverflowError, IndexError) as e:
        print wrong, '->', type(e).__name__ + ':', e
