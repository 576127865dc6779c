"""The hashes of `hashlib`, `md5` and `sha`, which CPython writes in C: MD5, SHA-1, SHA-2."""

import _hashes
from binascii import _bytes


class _Hash(object):
    __slots__ = ('_state', '_rest', '_length')

    def update(self, *args):
        """Hashes more bytes."""
        if len(args) != 1:
            raise TypeError('update() takes exactly 1 argument (%d given)' % len(args))
        self._add(_bytes(args[0], 'update() argument 1'))

    def _add(self, data):
        self._length += len(data)
        data = self._rest + data
        whole = len(data) - len(data) % self.block_size
        if whole:
            self._state = _hashes.blocks(self._core, self._state, data[:whole])
        self._rest = data[whole:]

    def digest(self):
        """The hash of all bytes so far, as bytes."""
        size = self.block_size // 8
        rest = self._rest + '\x80'
        bits = ('%0*x' % (size * 2, self._length * 8)).decode('hex')
        if self._core == 'md5':
            bits = bits[::-1]
        rest += '\0' * (-(len(rest) + size) % self.block_size) + bits
        return _hashes.blocks(self._core, self._state, rest)[:self.digest_size]

    def hexdigest(self):
        """The same in hexadecimal digits."""
        return self.digest().encode('hex')

    def copy(self):
        """Another hash that has seen the same bytes."""
        return _made(type(self), self._state, self._rest, self._length)

    digestsize = property(lambda self: self.digest_size)


def _made(kind, state, rest='', length=0):
    made = object.__new__(kind)
    made._state, made._rest, made._length = state, rest, length
    return made


def _new(name):
    """The constructor of the hash `name`."""
    kind, initial = _types[name], _hashes.initial(name)

    def new(*args):
        if len(args) > 1:
            raise TypeError('new() takes at most 1 argument (%d given)' % len(args))
        made = _made(kind, initial)
        if args:
            made._add(_bytes(args[0], 'new() argument 1'))
        return made
    return new


# Shown by the names that CPython's types have; the block functions of the shorter SHA-2 are those of the longer.
_types = {}
for _name, _core, _size, _block, _shown in (('md5', 'md5', 16, 64, '_md5.md5'), ('sha1', 'sha1', 20, 64, '_sha.sha'),
                                            ('sha224', 'sha256', 28, 64, '_sha256.sha224'),
                                            ('sha256', 'sha256', 32, 64, '_sha256.sha256'),
                                            ('sha384', 'sha512', 48, 128, '_sha512.sha384'),
                                            ('sha512', 'sha512', 64, 128, '_sha512.sha512')):
    _types[_name] = type(_shown, (_Hash,), {'__slots__': (), '__module__': '__builtin__', '_core': _core,
                                            'name': _name.upper(), 'digest_size': _size, 'block_size': _block})

md5, sha1, sha224, sha256, sha384, sha512 = map(_new, ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'))


def compare_digest(a, b):
    """Are the two equal? Of texts, only ASCII."""
    if isinstance(a, unicode) and isinstance(b, unicode):
        return a == b
    for value in a, b:
        if isinstance(value, unicode):
            raise TypeError("'unicode' does not have the buffer interface")
    names = [type(value).__name__ for value in (a, b)]
    if not all([hasattr(value, 'isalnum') for value in (a, b)]):
        raise TypeError("unsupported operand types(s) or combination of types: '%s' and '%s'" % tuple(names))
    return _bytes(a, '') == _bytes(b, '')
