# The two checksums of zlib, at once and in parts.
import zlib
print zlib.crc32('hello'), zlib.crc32('lo', zlib.crc32('hel')), zlib.adler32('hello'), zlib.adler32('lo', zlib.adler32('hel'))
print zlib.crc32(''), zlib.adler32(''), zlib.adler32('\xff' * 5000), zlib.crc32('a', -1), zlib.crc32('a', 2 ** 33 + 1)
