# Keys made of passwords (the vectors of RFC 6070, and others).
import hashlib
print hashlib.pbkdf2_hmac('sha1', 'password', 'salt', 1).encode('hex'), hashlib.pbkdf2_hmac('sha1', 'password', 'salt', 2).encode('hex')
print hashlib.pbkdf2_hmac('sha1', 'passwordPASSWORDpassword', 'saltSALTsaltSALTsaltSALTsaltSALTsalt', 64, 25).encode('hex')
print hashlib.pbkdf2_hmac('sha256', 'p' * 80, 's', 5, 50).encode('hex'), repr(hashlib.pbkdf2_hmac('md5', 'pass\0word', 'sa\0lt', 3))
