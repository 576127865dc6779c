"""Escapes as encodings: of text, of bytes, and their errors."""
print u'a\n\t\\\xe9\u20ac\''.encode('unicode-escape'), u'a\\\u20ac'.encode('raw-unicode-escape'), 'a\n\'\xff'.encode('string-escape')
print repr('a\\n\\xe9\\u20ac\\101\\q'.decode('unicode-escape')), repr('\\u20ac\\\\u20ac'.decode('raw-unicode-escape'))
print repr('a\\n\\x41\\\n\\101'.decode('string-escape')), repr('a\\u20zz'.decode('unicode-escape', 'replace'))
for wrong in ('\\u20', '\\x4', '\\U00110000', '\\'):
    try:
        wrong.decode('unicode-escape')
    except UnicodeDecodeError as e:
        print e
try:
    '\\x4'.decode('string-escape')
except ValueError as e:
    print e
'a\\u20'.decode('raw-unicode-escape')
