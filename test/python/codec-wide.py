"""UTF-16 and UTF-32, with and without a byte order mark, and UTF-8 with a signature."""
text = u'h\xe9\u20ac\U0001f600'
for name in ('utf-16', 'utf-16-le', 'UTF_16_BE', 'utf-32', 'utf-32-le', 'utf-32-be', 'utf-8-sig', 'utf8'):
    coded = text.encode(name)
    print name, repr(coded), coded.decode(name) == text
print repr('\xfe\xff\x00h'.decode('utf-16')), repr('\xff\xfeh\x00'.decode('utf-16-le')), repr('abc'.decode('utf-16-le', 'replace'))
for name, coded in (('utf-16', 'h'), ('utf-16-le', '\x00\xd8a\x00'), ('utf-16-le', '\x00\xd8'), ('utf-32', 'abc'),
                    ('utf-32-le', '\x00\x00\x11\x00'), ('utf-8', 'a\xe2\x82'), ('utf-8', '\xe0\x80\x80'), ('utf-8', '\xe2\x82a'),
                    ('utf-8', '\xf5'), ('utf-8', '\xf0\x80\x80\x80')):
    try:
        coded.decode(name)
    except UnicodeDecodeError as e:
        print e, e.args[1:4], repr(coded.decode(name, 'replace'))
