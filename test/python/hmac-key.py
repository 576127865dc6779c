# A key is bytes; so are what is compared.
import hmac
for args in ((1,), ()):
    try:
        hmac.new(*args)
    except TypeError, e:
        print e
try:
    hmac.compare_digest(1, 2)
except TypeError, e:
    print e
hmac.compare_digest('a', u'a')
