# What unicodedata knows of characters.
import unicodedata as u
for c in u'a', u'A', u'5', u'\xb2', u'\xbd', u' ', u'(', u'\u0301', u'\u05d0', u'\u4e00', u'\uac01', u'\u2460', u'\ufb01', u'\xe9', u'\n':
    print u.name(c, '-'), u.category(c), u.bidirectional(c), u.combining(c), u.mirrored(c), u.east_asian_width(c),
    print u.decimal(c, None), u.digit(c, None), u.numeric(c, None), u.decomposition(c)
for form in 'NFC', 'NFD', 'NFKC', 'NFKD':
    print form, repr(u.normalize(form, u'\xe9e\u0301\ufb01\u212b\uac01'))
print repr(u.lookup('LATIN SMALL LETTER SHARP S')), repr(u.lookup('hyphen-minus')), u.unidata_version
print u.normalize('NFKD', u'cr\xe8me br\xfbl\xe9e').encode('ascii', 'ignore')
for c in range(0, 0x10000, 271):
    if not 0xd800 <= c < 0xe000:
        name = u.name(unichr(c), None)
        print hex(c), name, u.category(unichr(c)), name is None or u.lookup(name) == unichr(c)
