# crc32 is signed, and can be continued; crc_hqx.
import binascii
print binascii.crc32('hello world'), binascii.crc32(' world', binascii.crc32('hello')), binascii.crc32('')
print binascii.crc_hqx('hello', 0), binascii.crc_hqx('lo', binascii.crc_hqx('hel', 0)), '%08x' % (binascii.crc32('a') & 0xffffffff)
