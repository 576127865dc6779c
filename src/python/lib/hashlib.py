"""`hashlib`: MD5, SHA-1 and SHA-2."""

from _hashlib import md5, sha1, sha224, sha256, sha384, sha512

algorithms = ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512')
algorithms_guaranteed = set(algorithms)
algorithms_available = set(algorithms)

__all__ = algorithms + ('new', 'algorithms_guaranteed', 'algorithms_available', 'algorithms', 'pbkdf2_hmac')

_constructors = {'md5': md5, 'sha1': sha1, 'sha224': sha224, 'sha256': sha256, 'sha384': sha384, 'sha512': sha512}
_constructors.update(dict((name.upper(), new) for name, new in _constructors.items()))


def __py_new(name, string=''):
    """A hash by its name that has seen the bytes `string`; ValueError when there is no such hash."""
    if name not in _constructors:
        raise ValueError('unsupported hash type ' + name)
    return _constructors[name](string)


new = __py_new


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """A key of `dklen` bytes (or as long as the hash) made of a password (PKCS #5, RFC 2898)."""
    if not isinstance(hash_name, str):
        raise TypeError(hash_name)
    if iterations < 1:
        raise ValueError(iterations)
    inner, outer = new(hash_name), new(hash_name)
    key = _plain(password)
    if len(key) > inner.block_size:
        key = new(hash_name, key).digest()
    key = key.ljust(inner.block_size, '\0')
    inner.update(''.join([chr(ord(c) ^ 0x36) for c in key]))
    outer.update(''.join([chr(ord(c) ^ 0x5C) for c in key]))
    if dklen is None:
        dklen = outer.digest_size
    if dklen < 1:
        raise ValueError(dklen)

    def keyed(message):
        first, second = inner.copy(), outer.copy()
        first.update(message)
        second.update(first.digest())
        return second.digest()

    salt = _plain(salt)
    derived = ''
    number = 0
    while len(derived) < dklen:
        number += 1
        turn = keyed(salt + ('%08x' % number).decode('hex'))
        total = int(turn.encode('hex'), 16)
        for _ in xrange(iterations - 1):
            turn = keyed(turn)
            total ^= int(turn.encode('hex'), 16)
        derived += ('%0*x' % (inner.digest_size * 2, total)).decode('hex')
    return derived[:dklen]


def _plain(value):
    if isinstance(value, (int, long, float, list, dict, tuple)) or value is None:
        raise TypeError('buffer object expected')
    # NOT-PYTHON: of a unicode CPython takes the bytes that its memory happens to hold.
    return str(value)
