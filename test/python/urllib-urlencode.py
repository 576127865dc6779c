# Fields of a form: one for each value, or with doseq for each item of it.
import urllib
print urllib.urlencode([('a', 'x y'), ('b', ['1', 2]), ('c', None), (3, u'z')])
print urllib.urlencode([('a', 'x y'), ('b', ['1', 2]), ('c', None), (3, u'\xe9'), ('d', ()), ('e', ('p', u'q'))], True)
print urllib.urlencode({'k': 'v&w'}), repr(urllib.urlencode([])), repr(urllib.urlencode(''))
try:
    urllib.urlencode('ab')
except TypeError, e:
    problem = e
raise problem
