# A uuencoded line; too long a one.
import binascii
print repr(binascii.b2a_uu('The quick brown fox')), repr(binascii.a2b_uu('#86)C\n')), repr(binascii.b2a_uu(''))
print binascii.b2a_uu('x' * 46)
