# Quoted-printable: long lines, blanks at the end of lines, headers.
import binascii
text = 'caf\xe9 = good \nand ' + 'long ' * 20 + '\n.\n\tend\t'
coded = binascii.b2a_qp(text)
print coded
print binascii.a2b_qp(coded) == text
print repr(binascii.b2a_qp('a b_c', header=True)), repr(binascii.a2b_qp('a_b=5Fc=', header=True)), repr(binascii.b2a_qp('a b\r\n', True, False))
