# Keyed hashes (RFC 2202 and RFC 4231), in parts, copied, compared.
import hmac, hashlib, md5
print hmac.new('\x0b' * 16, 'Hi There').hexdigest(), hmac.new('Jefe', 'what do ya want for nothing?', hashlib.sha1).hexdigest()
h = hmac.new('\xaa' * 131, digestmod=hashlib.sha256)
h.update('Test Using Larger Than ')
c = h.copy()
h.update('Block-Size Key - Hash Key First')
print h.hexdigest(), c.hexdigest() == h.hexdigest(), h.digest_size, hmac.new('k', 'm', md5).hexdigest(), hmac.digest_size
print hmac.compare_digest('abc', 'abc'), hmac.compare_digest('abc', 'abd'), hmac.compare_digest(u'abc', u'abc')
