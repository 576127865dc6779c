"""Identifiers that no two things share (RFC 4122)."""

from binascii import hexlify as _hexlify, unhexlify as _unhexlify
import hashlib as _hashlib
from random import SystemRandom as _SystemRandom
import time as _time

RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    'reserved for NCS compatibility', 'specified in RFC 4122', 'reserved for Microsoft compatibility',
    'reserved for future definition']


def _bits(at, width):
    """A field of the number: so many bits, from `at` on."""
    mask = (1 << width) - 1
    return lambda self: self.int >> at & mask


def _in_other_order(text):
    """The sixteen bytes with the first three fields turned round."""
    return text[3::-1] + text[5:3:-1] + text[7:5:-1] + text[8:]


class UUID(object):
    """An identifier: a number of 128 bits that cannot be changed."""

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None):
        if [hex, bytes, bytes_le, fields, int].count(None) != 4:
            raise TypeError('need one of hex, bytes, bytes_le, fields, or int')
        if hex is not None:
            hex = hex.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
            if len(hex) != 32:
                raise ValueError('badly formed hexadecimal UUID string')
            int = long(hex, 16)
        if bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError('bytes_le is not a 16-char string')
            bytes = _in_other_order(bytes_le)
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError('bytes is not a 16-char string')
            int = long(_hexlify(bytes), 16)
        if fields is not None:
            int = _from_fields(fields)
        if not 0 <= int < 1 << 128:
            raise ValueError('int is out of range (need a 128-bit value)')
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError('illegal version number')
            # The variant of the RFC, then the version.
            int = int & ~(0xc000 << 48L) | 0x8000 << 48L
            int = int & ~(0xf000 << 64L) | version << 76L
        self.__dict__['int'] = int

    def __cmp__(self, other):
        return cmp(self.int, other.int) if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)

    def __int__(self):
        return self.int

    def __repr__(self):
        return 'UUID(%r)' % str(self)

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')

    def __str__(self):
        digits = '%032x' % self.int
        return '-'.join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]])

    def get_bytes(self):
        return _unhexlify('%032x' % self.int)

    def get_bytes_le(self):
        return _in_other_order(self.bytes)

    def get_fields(self):
        return (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low,
                self.node)

    get_time_low = _bits(96, 32)
    get_time_mid = _bits(80, 16)
    get_time_hi_version = _bits(64, 16)
    get_clock_seq_hi_variant = _bits(56, 8)
    get_clock_seq_low = _bits(48, 8)
    get_node = _bits(0, 48)

    def get_time(self):
        """Units of 100 ns since the 15th of October 1582."""
        return (self.time_hi_version & 0x0fff) << 48L | self.time_mid << 32L | self.time_low

    def get_clock_seq(self):
        return (self.clock_seq_hi_variant & 0x3f) << 8L | self.clock_seq_low

    def get_hex(self):
        return '%032x' % self.int

    def get_urn(self):
        return 'urn:uuid:' + str(self)

    def get_variant(self):
        first = self.int >> 61 & 7
        if first < 4:
            return RESERVED_NCS
        return RFC_4122 if first < 6 else RESERVED_MICROSOFT if first == 6 else RESERVED_FUTURE

    def get_version(self):
        """The version, of those that the RFC specifies; None of others."""
        if self.variant == RFC_4122:
            return int(self.int >> 76 & 15)

    bytes = property(get_bytes)
    bytes_le = property(get_bytes_le)
    fields = property(get_fields)
    time_low = property(get_time_low)
    time_mid = property(get_time_mid)
    time_hi_version = property(get_time_hi_version)
    clock_seq_hi_variant = property(get_clock_seq_hi_variant)
    clock_seq_low = property(get_clock_seq_low)
    time = property(get_time)
    clock_seq = property(get_clock_seq)
    node = property(get_node)
    hex = property(get_hex)
    urn = property(get_urn)
    variant = property(get_variant)
    version = property(get_version)


def _from_fields(fields):
    if len(fields) != 6:
        raise ValueError('fields is not a 6-tuple')
    number = 0L
    for at, (value, width) in enumerate(zip(fields, (32, 16, 16, 8, 8, 48))):
        if not 0 <= value < 1 << width:
            article = 'an' if width == 8 else 'a'
            raise ValueError('field %d out of range (need %s %d-bit value)' % (at + 1, article, width))
        number = number << width | value
    return number


_chance = _SystemRandom()
_node = None
_last_timestamp = None


def getnode():
    """A number for this machine. NOT-PYTHON: by chance, since nobody sees hardware here."""
    global _node
    if _node is None:
        # The bit that no hardware address has.
        _node = _chance.getrandbits(48) | 0x010000000000L
    return _node


def uuid1(node=None, clock_seq=None):
    """Of the time, and of this machine."""
    global _last_timestamp
    timestamp = int(_time.time() * 1e7) + 0x01b21dd213814000L
    if _last_timestamp is not None and timestamp <= _last_timestamp:
        timestamp = _last_timestamp + 1
    _last_timestamp = timestamp
    if clock_seq is None:
        clock_seq = _chance.getrandbits(14)
    if node is None:
        node = getnode()
    return UUID(fields=(timestamp & 0xffffffffL, timestamp >> 32L & 0xffffL, timestamp >> 48L & 0x0fffL,
                        clock_seq >> 8L & 0x3fL, clock_seq & 0xffL, node), version=1)


def uuid3(namespace, name):
    """Of a name in a namespace, by MD5."""
    return UUID(bytes=_hashlib.md5(namespace.bytes + name).digest(), version=3)


def uuid4():
    """By chance."""
    return UUID(int=_chance.getrandbits(128), version=4)


def uuid5(namespace, name):
    """Of a name in a namespace, by SHA-1."""
    return UUID(bytes=_hashlib.sha1(namespace.bytes + name).digest()[:16], version=5)


NAMESPACE_DNS = UUID('6ba7b810-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_URL = UUID('6ba7b811-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_OID = UUID('6ba7b812-9dad-11d1-80b4-00c04fd430c8')
NAMESPACE_X500 = UUID('6ba7b814-9dad-11d1-80b4-00c04fd430c8')
