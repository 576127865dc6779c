"""The format mini-language: grouping, bases, signs, floats without a letter."""
for value, spec in ((1234567, '015,'), (-1234567, '015,'), (-1234.5, '015,'), (1234.5, '012,.1%'), (255, '#010x'), (-5, '=+8'),
                    (-5, 'x=10'), (65, '5c'), (5.0, '.0'), (123.0, '.2'), (123.0, '.3'), (1e16, ''), (1234567.5, 'n'),
                    (10 ** 20, 'f'), (True, '5'), (1.5, '=+8'), (float('inf'), '+'), (-0.0, '.0f'), ('abc', '*^9.2')):
    print '[' + format(value, spec) + ']',
print
print u'{!s:>3}|{0!r}'.replace('{!s', '{0!s').format(u'\xe9') == u"  \xe9|u'\\xe9'", '{0[a]}{0[b][1]}'.format({'a': 1, 'b': 'xy'})
for spec, args in (('{0[}', [[1]]), ('{0[0]x}', [[1]]), ('{0[]}', [[1]]), ('{0.}', [1]), ('{!}', [1]), ('{0!x}', [1]), ('{0!rr}', [1]),
                   ('{', []), ('}', []), ('{0} {}', [1]), ('{} {0}', [1]), ('{0[99999999999999999999]}', [[1]]), ('{0[a:b]}', [{}])):
    try:
        print spec.format(*args)
    except (ValueError, KeyError, IndexError) as e:
        print spec, '->', type(e).__name__ + ':', e
for value, spec in ((5, '5.'), (5, ',n'), (5, ',x'), (5, '.2'), (5, 's'), (True, 's'), (1.5, '#f'), (1.5, 'd'), (1.5, ',s'), ('a', '=5'),
                    ('a', '+5'), ('a', 'd'), (300, 'c'), (5, '+c')):
    try:
        print format(value, spec)
    except (ValueError, OverflowError) as e:
        print repr(spec), '->', type(e).__name__ + ':', e
