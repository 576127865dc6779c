# Bytes as hexadecimal digits and back.
import binascii
print binascii.hexlify('caf\xc3\xa9'), binascii.b2a_hex(''), repr(binascii.unhexlify('636166C3a9'))
print repr(binascii.a2b_hex(u'00ff'))
