"""`zlib`: its checksums."""

import _hashes
from binascii import _checksum


class error(Exception):
    pass


def crc32(*args):
    """The CRC-32 of the bytes, continued from another."""
    return _checksum('crc32', _hashes.crc32, 0, args, 'string or read-only buffer')


def adler32(*args):
    """The Adler-32 of the bytes, continued from another."""
    return _checksum('adler32', _hashes.adler32, 1, args, 'string or read-only buffer')
