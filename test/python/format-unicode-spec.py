# Specifications of format() in unicode, and those that are not ASCII.
def told(f, *arguments, **named):
    try:
        print repr(f(*arguments, **named)),
    except Exception, e:
        print type(e).__name__, e.args,


for spec in u'\xa0 x\n', u'\xe9', '\xe9', u'x', u'5', u'\u20ac', u'>5', u'\xa0>5', u'10.2f', u's', '', u'':
    for v in 2 - 3j, 1.5, 5, 5L, True, 'a', u'a', None, [], u'\xe9', '':
        print repr(spec), repr(v),
        told(format, v, spec)
        told(v.__format__, spec)
        if isinstance(spec, unicode):
            told((u'{0:%s}' % spec).format, v)
        print
for v in u'', u'abc', u'\xe9':
    told(v.encode, 'string-escape')
    told(v.decode, 'string-escape')
    told('abc'.encode, 'string-escape')
print
# Whole numbers are asked for before texts are decoded.
for name in 'split', 'rsplit', 'replace':
    for arguments in (u'ABC', int), (u'a', u'\xe9', int), (u'a', int, 1), (u'\xe9', None), (u'\xe9',), (u'a', 'b', 1.5), (u'a', 1.5):
        told(getattr('\xff\x00z', name), *arguments)
    print
told('\xff'.join, [u'a'])
told('\xff'.join, u'')
told('\xff'.join, [u'a', 'b'])
print
for v in 1e-323, 5e-324, 1e-310, 1e-320, 1e-300 / 1e17, 2.2250738585072014e-308:
    print v, '%.12g' % v, '%.3g' % v, '%e' % v, '{:.17g}'.format(v), '%.1e' % v
# Names of fields that are missing, or that no keyword can have.
for s in u'{a}', '{a}', u'{\xe9}', '{\xc3\xa9}', u'{a[x]}', u'{0}', '{}', u'{a[\xe9]}', u'{a!x}':
    told(s.format)
    told(s.format, a={'x': 2})
    told(s.format, **{'\xc3\xa9': 3, 'a': {u'\xe9': 4}})
    print
