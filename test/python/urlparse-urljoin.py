# References resolved (the examples of RFC 3986, 5.4, as CPython 2.7 has them).
from urlparse import urljoin
for reference in ('g:h g ./g g/ /g //g ?y g?y #s g#s g?y#s ;x g;x g;x?y#s . ./ .. ../ ../g ../.. ../../ ../../g ../../../g /./g /../g g. .g g.. ..g '
                  './../g ./g/. g/./h g/../h g;x=1/./y g;x=1/../y g?y/./x g#s/../x http:g http:').split():
    print reference, urljoin('http://a/b/c/d;p?q', reference)
print urljoin('', 'a'), urljoin('a', ''), urljoin('a/b', 'c'), urljoin('/a', '../b'), urljoin('foo://h/p', 'q'), urljoin('http://h', 'p')
