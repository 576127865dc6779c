# URLs as their parts, and back.
from urlparse import urlparse, urlsplit, urlunparse, urlunsplit, urldefrag, ParseResult
r = urlparse('http://user:pa:ss@Example.COM:8080/a/b;par?x=1&y=2#frag')
print r
print r.scheme, r.netloc, r.path, r.params, r.query, r.fragment, r.username, r.password, r.hostname, r.port, r.geturl()
print r[0], len(r), r == tuple(r), r._replace(scheme='https').geturl(), r._fields
for url in '//h/p', 'mailto:a@b', '/p?q', '', 'h:80', 'http:80', 'x+y.z-:rest', 'http://[::1]:80/', 'a:b', 'http://h', 'HTTP://H/':
    print repr(url), tuple(urlsplit(url)), urlsplit(url).hostname, urlsplit(url).geturl()
print urlunparse(('http', 'h', 'p', 'a', 'q', 'f')), urlunsplit(('', 'h', '', '', '')), urldefrag('http://h/p#f'), urldefrag('p'), urlsplit('p#f', 'http', False)
