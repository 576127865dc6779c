# A port that is no number, and a host in half a pair of brackets.
from urlparse import urlsplit
print urlsplit('http://h:99999/').port, urlsplit('http://h:/').port
try:
    urlsplit('http://h:x/').port
except ValueError, e:
    print e
try:
    urlsplit(u'http://a\uff03b/')
except ValueError, e:
    print e
try:
    urlsplit('http://[::1/')
except ValueError, e:
    problem = e
raise problem
