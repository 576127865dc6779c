# Quoting for URLs and HTML.
import urllib, cgi
print urllib.quote("a b/c&d=e"), urllib.quote_plus("a b&c"), urllib.unquote("a%20b%C3%A9"), urllib.unquote_plus("a+b"), urllib.urlencode([("k", "v w"), ("n", 1)])
print cgi.escape('<a href="x">&</a>'), cgi.escape('"q"', True)
