# Base 64, 32 and 16, in all their alphabets.
import base64
data = '\xfb\xff\xfe any carnal pleas'
print base64.b64encode(data), base64.urlsafe_b64encode(data), base64.b64encode(data, '@!'), base64.standard_b64encode('')
print repr(base64.urlsafe_b64decode(base64.urlsafe_b64encode(data))), repr(base64.b64decode('AA@!', '@!'))
for n in range(7):
    coded = base64.b32encode('abcdef'[:n])
    print coded, base64.b32decode(coded), base64.b32decode(coded.lower(), True),
print
print base64.b32decode('MFRGG0L1', False, 'I') == base64.b32decode('MFRGGOLI'), base64.b16encode('\x00\xab'), repr(base64.b16decode('00ab', True))
print base64.encodestring('x' * 60), base64.decodestring('eHh4\neHh4\n')
