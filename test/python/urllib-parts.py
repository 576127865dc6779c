# The parts of a URL.
import urllib
print urllib.splittype('HTTP://h/p'), urllib.splittype('/p:q'), urllib.splithost('//u:p@h:80/p?q'), urllib.splithost('p')
print urllib.splituser('u:p@h'), urllib.splituser('h'), urllib.splitpasswd('u:p:q'), urllib.splitport('h:80'), urllib.splitport('h:'), urllib.splitport('h:x')
print urllib.splitnport('h:80'), urllib.splitnport('h'), urllib.splitnport('h', 8000), urllib.splitnport('h:x')
print urllib.splitquery('/p?q?r'), urllib.splittag('/p#t'), urllib.splitattr('/p;a=1;b'), urllib.splitvalue('a=1=2'), urllib.unwrap('<URL: http://h/ >')
print urllib.pathname2url('/a b/c~'), urllib.url2pathname('/a%20b'), urllib.quote('a/b c'), urllib.quote('a/b', ''), urllib.unquote('%41%zz%e9').__repr__()
