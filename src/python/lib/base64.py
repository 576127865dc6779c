"""`base64`: base 64, 32 and 16 (RFC 3548), and base 64 in lines as e-mail has it."""

import binascii

__all__ = ['encode', 'decode', 'encodestring', 'decodestring', 'b64encode', 'b64decode', 'b32encode', 'b32decode',
           'b16encode', 'b16decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode',
           'urlsafe_b64decode']

MAXLINESIZE = 76
MAXBINSIZE = (MAXLINESIZE // 4) * 3
EMPTYSTRING = ''

_b32alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


def _swapped(s, old, new):
    """The text with each of the two characters `old` as the one of `new`."""
    if len(new) != len(old):
        raise ValueError('maketrans arguments must have same length')
    if isinstance(s, unicode):
        raise TypeError('character mapping must return integer, None or unicode')
    table = [chr(code) for code in range(256)]
    for each, c in zip(old, new):
        table[ord(each)] = c
    return s.translate(''.join(table))


def b64encode(s, altchars=None):
    """The bytes in base 64; `altchars` stand for + and /."""
    encoded = binascii.b2a_base64(s)[:-1]
    return encoded if altchars is None else _swapped(encoded, '+/', altchars[:2])


def b64decode(s, altchars=None):
    """The bytes of base 64; TypeError when it ends too early."""
    if altchars is not None:
        s = _swapped(s, altchars[:2], '+/')
    try:
        return binascii.a2b_base64(s)
    except binascii.Error, error:
        raise TypeError(error)


def standard_b64encode(s):
    """The bytes in base 64."""
    return b64encode(s)


def standard_b64decode(s):
    """The bytes of base 64."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """The bytes in base 64 with - and _ for + and /."""
    return b64encode(s, '-_')


def urlsafe_b64decode(s):
    """The bytes of base 64 with - and _ for + and /."""
    return b64decode(_swapped(s, '-_', '+/'))


def b32encode(s):
    """The bytes in base 32."""
    length = len(s)
    s += '\0' * (-length % 5)
    out = []
    for at in xrange(0, len(s), 5):
        bits = int(binascii.hexlify(s[at:at + 5]), 16)
        out += [_b32alphabet[bits >> shift & 31] for shift in xrange(35, -1, -5)]
    missing = -length % 5 * 8 // 5
    return ''.join(out[:len(out) - missing]) + '=' * missing


def b32decode(s, casefold=False, map01=None):
    """The bytes of base 32; `map01` is the letter that 1 stands for (and 0 is then O)."""
    if len(s) % 8:
        raise TypeError('Incorrect padding')
    if map01:
        s = s.replace('0', 'O').replace('1', map01)
    if casefold:
        s = s.upper()
    digits = s.rstrip('=')
    missing = len(s) - len(digits)
    if digits.strip(_b32alphabet):
        raise TypeError('Non-base32 digit found')
    if missing not in (0, 1, 3, 4, 6):
        raise TypeError('Incorrect padding')
    digits += 'A' * missing
    out = []
    for at in xrange(0, len(digits), 8):
        bits = 0
        for c in digits[at:at + 8]:
            bits = bits << 5 | _b32alphabet.index(c)
        out.append(binascii.unhexlify('%010x' % bits))
    decoded = ''.join(out)
    return decoded[:len(decoded) - (missing * 5 + 7) // 8]


def b16encode(s):
    """The bytes in hexadecimal digits."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """The bytes of hexadecimal digits, upper case unless `casefold`."""
    if casefold:
        s = s.upper()
    if not isinstance(s, (str, unicode)):
        raise TypeError('expected string or buffer')
    if s.strip('0123456789ABCDEF'):
        raise TypeError('Non-base16 digit found')
    return binascii.unhexlify(s)


def encode(input, output):
    """Writes what is read from `input` to `output`, in lines of base 64."""
    while True:
        piece = input.read(MAXBINSIZE)
        while piece and len(piece) < MAXBINSIZE:
            more = input.read(MAXBINSIZE - len(piece))
            if not more:
                break
            piece += more
        if not piece:
            break
        output.write(binascii.b2a_base64(piece))


def decode(input, output):
    """Writes the bytes of the lines of base 64 in `input` to `output`."""
    while True:
        line = input.readline()
        if not line:
            break
        output.write(binascii.a2b_base64(line))


def encodestring(s):
    """The bytes in lines of base 64."""
    return ''.join([binascii.b2a_base64(s[at:at + MAXBINSIZE]) for at in xrange(0, len(s), MAXBINSIZE)])


def decodestring(s):
    """The bytes of lines of base 64."""
    return binascii.a2b_base64(s)
