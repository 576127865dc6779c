"""`binascii`: bytes as ASCII (hexadecimal, base 64, quoted-printable, uuencode, BinHex) and back, and checksums."""

import _hashes

_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_HEX = '0123456789ABCDEF'
_HQX = '!"#$%&\'()*+,-012345689@ABCDEFGHIJKLMNPQRSTUVXYZ[`abcdefhijklmpqr'
_LINE = 76
_RUN = '\x90'


class Error(Exception):
    pass


class Incomplete(Exception):
    pass


def _bytes(value, what):
    """The bytes of a str, of an ASCII unicode or of a buffer; `what` begins the TypeError for anything else."""
    if isinstance(value, str):
        return value
    if isinstance(value, unicode):
        return value.encode('ascii')
    name = type(value).__name__
    if name in ('bytearray', 'buffer'):
        return str(value)
    if name == 'memoryview':
        return value.tobytes()
    raise TypeError('%s must be string or buffer, not %s' % (what, 'None' if value is None else name))


def _one(name, args):
    """The bytes that are the only argument of the function `name`."""
    if len(args) != 1:
        raise TypeError('%s() takes exactly 1 argument (%d given)' % (name, len(args)))
    return _bytes(args[0], name + '() argument 1')


def _word(value):
    """The low 32 bits of an integer, signed."""
    if isinstance(value, float):
        raise TypeError('integer argument expected, got float')
    if not isinstance(value, (int, long)):
        raise TypeError('an integer is required')
    return int((value + 0x80000000) % 0x100000000 - 0x80000000)


def b2a_hex(*args):
    """The bytes in hexadecimal digits."""
    return _one('b2a_hex', args).encode('hex')


def a2b_hex(*args):
    """The bytes that pairs of hexadecimal digits stand for."""
    text = _one('a2b_hex', args)
    if len(text) % 2:
        raise TypeError('Odd-length string')
    if text.strip(_HEX + 'abcdef'):
        raise TypeError('Non-hexadecimal digit found')
    return text.decode('hex')


hexlify, unhexlify = b2a_hex, a2b_hex


def b2a_base64(*args):
    """The bytes in base 64, on one line."""
    return _one('b2a_base64', args).encode('base64').replace('\n', '') + '\n'


def a2b_base64(*args):
    """The bytes of base 64; what is no digit is skipped."""
    text = _one('a2b_base64', args)
    digits = text.rstrip('\n=')
    if digits.strip(_DIGITS) or len(digits) % 4 == 1 or text[len(digits):].rstrip('\n') != '=' * (-len(digits) % 4):
        digits = _base64_digits(text)
    return (digits + '=' * (-len(digits) % 4)).decode('base64')


def _base64_digits(text):
    """The digits in a text that has something else too; Error when bits are missing at its end."""
    text = [c for c in text if c in _DIGITS or c == '=']
    digits = []
    for at, c in enumerate(text):
        if c != '=':
            digits.append(c)
        elif len(digits) % 4 == 3 or len(digits) % 4 == 2 and text[at + 1:at + 2] == ['=']:
            return ''.join(digits)
    if len(digits) % 4:
        raise Error('Incorrect padding')
    return ''.join(digits)


def _line_end(data):
    """How the lines of `data` end."""
    at = data.find('\n')
    return '\r\n' if at > 0 and data[at - 1] == '\r' else '\n'


def b2a_qp(data, quotetabs=False, istext=True, header=False):
    """The bytes in quoted-printable (RFC 1521, or with `header` RFC 1522)."""
    data = _bytes(data, 'argument 1')
    end = _line_end(data)
    out = []
    length = at = 0
    while at < len(data):
        c = data[at]
        after = data[at + 1:at + 2]
        if istext and (c == '\n' or c == '\r' and after == '\n'):
            if out and out[-1] in ('\t', ' '):
                out[-1] = _quoted(out[-1])
            out.append(end)
            length = 0
            at += 2 if c == '\r' else 1
            continue
        quoted = (c > '~' or c == '=' or header and c == '_'
                  or c == '.' and not length and after in ('', '\n', '\r', '\0')
                  or c in '\r\n' and not istext
                  or c in '\t ' and (not after or quotetabs)
                  or c < '!' and c not in '\r\n\t ')
        wide = 3 if quoted else 1
        if length + wide >= _LINE and (quoted or after not in ('', '\n')):
            out.append('=' + end)
            length = 0
        out.append(_quoted(c) if quoted else '_' if header and c == ' ' else c)
        length += wide
        at += 1
    return ''.join(out)


def _quoted(c):
    return '=%02X' % ord(c)


def a2b_qp(data, header=False):
    """The bytes of quoted-printable."""
    data = _bytes(data, 'argument 1')
    out = []
    at = 0
    while at < len(data):
        c = data[at]
        at += 1
        if c == '=':
            after = data[at:at + 2]
            if not after:
                break
            if after[0] in '\r\n':
                at = data.find('\n', at) + 1 or len(data)
                continue
            if after[0] == '=':
                at += 1
            elif len(after) == 2 and not after.strip(_HEX + 'abcdef'):
                c = chr(int(after, 16))
                at += 2
        elif header and c == '_':
            c = ' '
        out.append(c)
    return ''.join(out)


def _sixes(data):
    """The bytes as numbers of six bits; zeros fill the last group of three bytes."""
    numbers = []
    data += '\0' * (-len(data) % 3)
    for at in xrange(0, len(data), 3):
        group = ord(data[at]) << 16 | ord(data[at + 1]) << 8 | ord(data[at + 2])
        numbers += (group >> 18, group >> 12 & 63, group >> 6 & 63, group & 63)
    return numbers


def _eights(numbers):
    """The bytes whose bits are these numbers of six bits; bits that make no byte are dropped."""
    out = []
    bits = count = 0
    for number in numbers:
        bits = (bits << 6 | number) & 0xfff
        count += 6
        if count >= 8:
            count -= 8
            out.append(chr(bits >> count & 255))
    return ''.join(out)


def b2a_uu(*args):
    """A line of uuencoded bytes."""
    data = _one('b2a_uu', args)
    if len(data) > 45:
        raise Error('At most 45 bytes at once')
    return chr(32 + len(data)) + ''.join([chr(32 + number) for number in _sixes(data)]) + '\n'


def a2b_uu(*args):
    """The bytes of a line of uuencoded text."""
    text = _one('a2b_uu', args)
    length = ord(text[0]) - 32 & 63 if text else 32
    needed = (length * 8 + 5) // 6
    numbers = []
    for c in text[1:1 + needed]:
        if c in '\r\n':
            c = ' '
        elif not ' ' <= c <= '`':
            raise Error('Illegal char')
        numbers.append(ord(c) - 32 & 63)
    if text[1 + needed:].strip(' `\r\n'):
        raise Error('Trailing garbage')
    return _eights(numbers + [0] * (needed - len(numbers)))[:length]


def b2a_hqx(*args):
    """The bytes in the letters of BinHex."""
    data = _one('b2a_hqx', args)
    return ''.join([_HQX[number] for number in _sixes(data)[:(len(data) * 8 + 5) // 6]])


def a2b_hqx(*args):
    """The bytes of BinHex letters, and whether the colon that ends them was met."""
    text = _one('a2b_hqx', args)
    numbers = []
    for c in text:
        if c == ':':
            return _eights(numbers), 1
        if c in '\r\n':
            continue
        if c not in _HQX:
            raise Error('Illegal char')
        numbers.append(_HQX.index(c))
    if len(numbers) % 4:
        raise Incomplete('String has incomplete number of bytes')
    return _eights(numbers), 0


def rlecode_hqx(*args):
    """The bytes with runs of one byte shortened."""
    data = _one('rlecode_hqx', args)
    out = []
    at = 0
    while at < len(data):
        c = data[at]
        run = 1
        if c == _RUN:
            out.append(_RUN + '\0')
        else:
            while run < 255 and data[at + run:at + run + 1] == c:
                run += 1
            out.append(c + _RUN + chr(run) if run > 3 else c * run)
        at += run
    return ''.join(out)


def rledecode_hqx(*args):
    """The bytes with their runs."""
    data = _one('rledecode_hqx', args)
    out = []
    at = 0
    while at < len(data):
        c = data[at]
        at += 1
        if c == _RUN:
            if at == len(data):
                raise Incomplete
            count = ord(data[at])
            at += 1
            if count:
                if not out:
                    raise Error('Orphaned RLE code at start')
                c = out[-1] * (count - 1)
                if not c:
                    continue
                out.append(c[:-1])
                c = c[-1]
        out.append(c)
    return ''.join(out)


def crc_hqx(*args):
    """The checksum of BinHex of the bytes, continued from another."""
    if len(args) != 2:
        raise TypeError('crc_hqx() takes exactly 2 arguments (%d given)' % len(args))
    data = _bytes(args[0], 'crc_hqx() argument 1')
    crc = _word(args[1])
    if crc != args[1]:
        raise OverflowError('signed integer is %s' % ('less than minimum' if args[1] < 0 else 'greater than maximum'))
    crc &= 0xffff
    for c in data:
        crc ^= ord(c) << 8
        for bit in range(8):
            crc = (crc << 1 ^ (0x1021 if crc & 0x8000 else 0)) & 0xffff
    return crc


def crc32(*args):
    """The CRC-32 of the bytes, continued from another."""
    return _checksum('crc32', _hashes.crc32, 0, args)


def _checksum(name, of, start, args, kind='string or buffer'):
    if not 1 <= len(args) <= 2:
        bound = 'most 2 arguments' if args else 'least 1 argument'
        raise TypeError('%s() takes at %s (%d given)' % (name, bound, len(args)))
    try:
        data = _bytes(args[0], name + '() argument 1')
    except TypeError, error:
        raise TypeError(str(error).replace('string or buffer', kind))
    return of(data, _word(args[1]) if len(args) > 1 else start)
