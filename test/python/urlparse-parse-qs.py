# Query strings as lists and dictionaries of fields; strictly.
from urlparse import parse_qs, parse_qsl
print parse_qsl('a=1&b=2;a=%33+x&c=&d'), parse_qsl('a=1&c=&d', True), parse_qs('a=1&a=2'), parse_qs(u'k=%C3%A9'), parse_qs('x=', 1), parse_qs('')
try:
    parse_qsl('a&b&c', max_num_fields=2)
except ValueError, e:
    print e
try:
    parse_qsl('a=1&b', strict_parsing=True)
except ValueError, e:
    problem = e
raise problem
