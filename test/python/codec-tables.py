"""Encodings of one byte: Windows, ISO 8859, KOI8, and what they cannot code."""
for name, text in (('cp1252', u'\u20ac\xe9'), ('cp1251', u'\u0416'), ('koi8-r', u'\u0416'), ('iso-8859-15', u'\u20ac'),
                   ('latin2', u'\u0104'), ('iso8859_5', u'\u0416'), ('mac-roman', u'\xe9'), ('cp1250', u'\u0104')):
    coded = text.encode(name)
    print name, repr(coded), coded.decode(name) == text
text = u'a\u0100\u0101\u20acb'
for handler in ('ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace'):
    print handler, repr(text.encode('cp1252', handler)), repr(text.encode('ascii', handler))
print repr('\x81a'.decode('cp1252', 'replace'))
try:
    '\x81'.decode('cp1252')
except UnicodeDecodeError as e:
    print e
try:
    text.encode('cp1252')
except UnicodeEncodeError as e:
    print e
