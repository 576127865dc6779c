# What cannot be quoted: no text, and text beyond ASCII that was not encoded.
import urllib
print urllib.quote(u'a b'), urllib.quote(u'caf\xe9'.encode('utf-8')), urllib.quote_plus(u'a b&c')
for value in None, 5:
    try:
        urllib.quote(value)
    except (TypeError, AttributeError), e:
        print e
try:
    urllib.urlencode([('a', u'\xe9')])
except UnicodeEncodeError, e:
    problem = e
raise problem
