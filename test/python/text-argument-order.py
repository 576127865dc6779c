"""Which of several wrong arguments of a text's method is told, and how formats name what they cannot show."""
for call in (
    lambda: 'ab'.find(1, 'a'), lambda: u'ab'.find(), lambda: 'ab'.find(), lambda: 'ab'.startswith(1, 'a'),
    lambda: '\xff'.find(u'a', 1.5), lambda: 'ab'.join(1.5), lambda: 'ab'.translate('a', 1), lambda: 'ab'.translate(None, u'a'),
    lambda: 'ab'.replace(1, u'a'), lambda: u'a'.decode(1.5), lambda: u'\xe9'.decode('nosuch'), lambda: unicode(5, 6),
    lambda: bytearray(5, 6), lambda: bytearray('a', 'nosuch'), lambda: u'a' + bytearray('b'), lambda: [].pop('a'),
    lambda: [1].index(1, None), lambda: 'a'.rjust(9223372036854775807), lambda: '%d' % u'5', lambda: u'%f' % None,
    lambda: '%f' % None, lambda: 'ab' % xrange(2), lambda: format(u'a', 'f'), lambda: format(1.5, '#x'), lambda: format(5, '.1q'),
    lambda: '{0:.{1}f}'.format(1.5, -1), lambda: u'{0:>3}'.format('\xff'), lambda: dict([1.5]), lambda: {}.pop([]),
    lambda: sum(5, 'a'), lambda: reduce(max, [], None), lambda: delattr(5, 5), lambda: intern(), lambda: type(None, 1, 2),
    lambda: buffer(1.5, 2 ** 70), lambda: apply(1, u'a'), lambda: (x for x in ()).throw(5), lambda: next(5), lambda: bytearray(2 ** 70),
):
    try:
        print repr(call())
    except Exception as error:
        print type(error).__name__, error
print repr(bytearray("it's")), repr(bytearray('"')), set([u'a', 'b']) & set(['a']), set([u'a']).intersection('ab')
