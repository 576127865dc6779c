"""`zlib`: its checksums.

NOT-PYTHON: nothing is compressed here; those functions say so.
"""

import _hashes
from binascii import _checksum

DEFLATED, MAX_WBITS, DEF_MEM_LEVEL = 8, 15, 8
Z_DEFAULT_COMPRESSION, Z_BEST_SPEED, Z_BEST_COMPRESSION = -1, 1, 9
Z_DEFAULT_STRATEGY, Z_FILTERED, Z_HUFFMAN_ONLY = 0, 1, 2
Z_NO_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_FINISH = 0, 2, 3, 4


class error(Exception):
    pass


def crc32(*args):
    """The CRC-32 of the bytes, continued from another."""
    return _checksum('crc32', _hashes.crc32, 0, args, 'string or read-only buffer')


def adler32(*args):
    """The Adler-32 of the bytes, continued from another."""
    return _checksum('adler32', _hashes.adler32, 1, args, 'string or read-only buffer')


def _absent(name):
    def refuse(*args, **keywords):
        raise NotImplementedError('zlib.%s is not here: of zlib, this playground has crc32 and adler32' % name)
    refuse.__name__ = name
    return refuse


for _name in 'compress', 'decompress', 'compressobj', 'decompressobj':
    globals()[_name] = _absent(_name)
