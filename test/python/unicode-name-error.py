# A name that no character has.
for text in r'\N{NO SUCH NAME}', r'ab\N{dash}', r'\u20ac\N{cjk unified ideograph-4e00}', r'\N{}', r'\N', r'\N{EM DASH', r'\N{EM DASH}}':
    try:
        print repr(eval("u'%s'" % text))
    except SyntaxError, error:
        print error, error.args[1]
import unicodedata
unicodedata.lookup('EM DASHES')
