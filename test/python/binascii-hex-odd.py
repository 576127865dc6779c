# A hexadecimal digit is missing.
import binascii
print repr(binascii.unhexlify('abcd'))
print binascii.unhexlify('abc')
