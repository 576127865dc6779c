# BinHex: runs of bytes, six bits to a letter, and an end that comes too early.
import binascii
print repr(binascii.rlecode_hqx('aaaaaab\x90')), repr(binascii.rledecode_hqx('a\x90\x06b\x90\x00'))
print repr(binascii.b2a_hqx('abc')), binascii.a2b_hqx('B@*M:'), binascii.a2b_hqx('B@*M')
binascii.a2b_hqx('B@*')
