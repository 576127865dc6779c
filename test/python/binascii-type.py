# What is no string has no bytes.
import binascii
for f in binascii.hexlify, binascii.b2a_base64, binascii.crc32, binascii.b2a_uu:
    try:
        f(None)
    except TypeError, e:
        print e
binascii.hexlify(12)
