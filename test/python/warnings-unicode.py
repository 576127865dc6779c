# UnicodeWarning: bytes above 127 are unequal to any unicode, and CPython says so once for a line.
a, b = '\xc3\xa9', u'\xe9'
print a == b, a != b, b == a
for n in range(3):
    print a == b
print a in [b], [b].count(a), {b: 1}.get(a), 'abc' == u'abc'
print cmp('abc', u'abd')
import warnings
warnings.simplefilter('error')
print a == b
