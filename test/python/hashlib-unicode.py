# A unicode is hashed by its ASCII bytes; others must be encoded first.
import hashlib
print hashlib.md5(u'abc').hexdigest() == hashlib.md5('abc').hexdigest()
print hashlib.sha1(u'caf\xe9'.encode('utf-8')).hexdigest()
hashlib.sha1(u'caf\xe9')
