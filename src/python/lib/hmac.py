"""`hmac`: keyed hashes of messages (RFC 2104)."""

from _hashlib import compare_digest

trans_5C = ''.join([chr(code ^ 0x5C) for code in xrange(256)])
trans_36 = ''.join([chr(code ^ 0x36) for code in xrange(256)])

digest_size = None

_without_key = []


class HMAC:
    """The hash of a message that only those who know the key can make."""

    blocksize = 64

    def __init__(self, key, msg=None, digestmod=None):
        if key is _without_key:
            return
        if digestmod is None:
            import hashlib
            digestmod = hashlib.md5
        if callable(digestmod):
            self.digest_cons = digestmod
        else:
            self.digest_cons = lambda data='': digestmod.new(data)
        self.outer = self.digest_cons()
        self.inner = self.digest_cons()
        self.digest_size = self.inner.digest_size
        blocksize = getattr(self.inner, 'block_size', self.blocksize)
        if blocksize < 16:
            blocksize = self.blocksize
        if len(key) > blocksize:
            key = self.digest_cons(key).digest()
        key += chr(0) * (blocksize - len(key))
        if isinstance(key, unicode):
            raise TypeError('character mapping must return integer, None or unicode')
        self.outer.update(key.translate(trans_5C))
        self.inner.update(key.translate(trans_36))
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        """Hashes more of the message."""
        self.inner.update(msg)

    def copy(self):
        """Another that has the same key and has seen the same message."""
        other = self.__class__(_without_key)
        other.digest_cons = self.digest_cons
        other.digest_size = self.digest_size
        other.inner = self.inner.copy()
        other.outer = self.outer.copy()
        return other

    def _current(self):
        outer = self.outer.copy()
        outer.update(self.inner.digest())
        return outer

    def digest(self):
        """The keyed hash, as bytes."""
        return self._current().digest()

    def hexdigest(self):
        """The same in hexadecimal digits."""
        return self._current().hexdigest()


def new(key, msg=None, digestmod=None):
    """A keyed hash that has seen `msg`; `digestmod` is a hash of `hashlib`, or a module with `new`."""
    return HMAC(key, msg, digestmod)
