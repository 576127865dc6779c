"""`md5`: MD5 by the name it had before `hashlib`."""

from _hashlib import md5

new = md5
blocksize = 1
digest_size = 16
