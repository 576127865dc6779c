# What unicodedata refuses.
import unicodedata as u
for call in ("u.name(u'\\n')", "u.name('a')", "u.name(u'ab')", "u.name(u'')", "u.decimal(u'a')", "u.digit(u'a')", "u.numeric(u'a')",
             "u.category('a')", "u.normalize('NFX', u'a')", "u.normalize('NFC', 'a')", "u.lookup('')", "u.lookup('CJK UNIFIED IDEOGRAPH-4e00')"):
    try:
        print eval(call)
    except (TypeError, ValueError, KeyError), error:
        print call, type(error).__name__, error
u.numeric(u'x')
