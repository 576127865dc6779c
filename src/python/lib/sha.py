"""`sha`: SHA-1 by the name it had before `hashlib`."""

from _hashlib import sha1 as sha

new = sha
blocksize = 1
digest_size = digestsize = 20
