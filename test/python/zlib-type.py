# A checksum of what is no string.
import zlib
try:
    zlib.crc32()
except TypeError, e:
    print e
try:
    zlib.adler32('a', 'b')
except TypeError, e:
    print e
zlib.crc32(u'abc', 1)
zlib.adler32(3.5)
