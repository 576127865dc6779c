# Text made safe for HTML; a field and its parameters.
import cgi
print cgi.escape('<a href="x">&amp;</a>'), cgi.escape('"', True), repr(cgi.escape(u'<\xe9>'))
for line in 'text/html; charset=utf-8', 'form-data; name="a;b"; filename="c\\"d"', 'a; B = c ;d', '', 'a; b="x\\\\y"; =z':
    kind, parameters = cgi.parse_header(line)
    print repr(kind), sorted(parameters.items())
print cgi.parse_qs('a=1&a=2'), cgi.parse_qsl('a=1;b=2'), cgi.MiniFieldStorage('a', 'b')
