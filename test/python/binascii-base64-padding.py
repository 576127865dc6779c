# Base 64 whose last bits are missing; what is no digit is skipped.
import binascii
print repr(binascii.b2a_base64('hello')), repr(binascii.a2b_base64('aGVs bG8=\n')), repr(binascii.a2b_base64('aGV*sbG8=xx'))
print repr(binascii.a2b_base64('aGVsbG8=aGVs'))
print binascii.a2b_base64('aGVsbG8')
