"""Values of the built-in types as bytes and back: no instances, no classes, and nothing that holds itself.

NOT-PYTHON: code is neither written nor read. CPython writes a text that it keeps only once in its own way; here that is one that could be a
name, or has at most one character.
"""

import _struct

version = 2

_deepest = 2000
_eof = 'EOF read where object expected'
_constants = [(None, 'N'), (True, 'T'), (False, 'F'), (Ellipsis, '.'), (StopIteration, 'S')]
_brackets = {tuple: '(', list: '[', set: '<', frozenset: '>'}
_makers = {'(': ('tuple', tuple), '[': ('list', list), '<': ('set', set), '>': ('set', frozenset)}
# Where an entry of a dict, or a dict, ends.
_null = object()


def _int4(n):
    return _struct.pack_int(n, 4, True)


def _name_like(text):
    return len(text) < 2 or text.replace('_', 'a').isalnum()


def _long(x):
    """A long in digits of 15 bits; the number of these is negative for a negative one."""
    bits = bin(abs(x))[2:] if x else ''
    ends = xrange(len(bits), 0, -15)
    digits = [_struct.pack_int(int(bits[max(0, end - 15):end], 2), 2, True) for end in ends]
    return 'l' + _int4(len(digits) if x >= 0 else -len(digits)) + ''.join(digits)


def _float(x, version):
    if version > 1:
        return _struct.pack_float(x, 8, True)
    text = '%.17g' % x
    return chr(len(text)) + text


def _atom(x, version, texts):
    """A value that holds no others, as bytes; ValueError for one that is not written."""
    for constant, code in _constants:
        if x is constant:
            return code
    cls = type(x)
    if cls is int:
        if -0x80000000 <= x <= 0x7fffffff:
            return 'i' + _int4(x)
        return 'I' + _struct.pack_int(x, 8, True)
    if cls is long:
        return _long(x)
    if cls is float:
        return ('g' if version > 1 else 'f') + _float(x, version)
    if cls is complex:
        return ('y' if version > 1 else 'x') + _float(x.real, version) + _float(x.imag, version)
    if cls is str:
        if version < 1 or not _name_like(x):
            return 's' + _int4(len(x)) + x
        if x in texts:
            return 'R' + _int4(texts[x])
        texts[x] = len(texts)
        return 't' + _int4(len(x)) + x
    if cls is unicode:
        data = x.encode('utf-8')
        return 'u' + _int4(len(data)) + data
    if isinstance(x, (buffer, bytearray)):
        return 's' + _int4(len(x)) + str(x)
    raise ValueError('unmarshallable object')


def _entries(x):
    for key, value in x.iteritems():
        yield key
        yield value


def _written(x, version):
    if not isinstance(version, (int, long)):
        raise TypeError('an integer is required')
    pieces = []
    texts = {}
    # Of each value that is being written: the rest of what it holds.
    open = [iter((x,))]
    while open:
        x = next(open[-1], _null)
        if x is _null:
            open.pop()
            if open and open[-1] is _dict_end:
                pieces.append('0')
                open.pop()
            continue
        cls = type(x)
        if cls in _brackets:
            pieces.append(_brackets[cls] + _int4(len(x)))
            open.append(iter(x))
        elif cls is dict:
            pieces.append('{')
            open.append(_dict_end)
            open.append(_entries(x))
        else:
            pieces.append(_atom(x, version, texts))
        if len(open) > _deepest:
            raise ValueError('object too deeply nested to marshal')
    return ''.join(pieces)


# Lies under the entries of a dict that is being written.
_dict_end = iter(())


def dumps(value, version=version):
    """A value as bytes."""
    return _written(value, version)


def dump(value, file, version=version):
    """Writes a value to a file."""
    if not isinstance(file, _file):
        raise TypeError('marshal.dump() 2nd arg must be file')
    file.write(_written(value, version))


_file = file


class _Bytes(object):
    """A text that is read from its start on."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def read(self, size):
        start = self.at
        self.at = start + size
        return self.text[start:start + size]


def loads(string):
    """The value that begins the bytes."""
    if not isinstance(string, (basestring, buffer)):
        raise TypeError('loads() argument 1 must be string or read-only buffer, not %s' % type(string).__name__)
    return _value(_Bytes(str(string)).read)


def load(file):
    """The next value in a file."""
    if not isinstance(file, _file):
        raise TypeError('marshal.load() arg must be file')
    return _value(file.read)


def _value(read):
    texts = []
    # The values that are being read: [code, how many they hold, those that are there].
    open = []
    while True:
        code = read(1)
        if not code:
            raise EOFError(_eof)
        if code in _makers:
            size = _size(read, _makers[code][0])
            if size:
                open.append([code, size, []])
                _check_depth(open)
                continue
            value = _makers[code][1]()
        elif code == '{':
            open.append([code, -1, []])
            _check_depth(open)
            continue
        elif code == '0':
            value = _null
        else:
            value = _read_atom(code, read, texts)
        while open and _is_whole(open[-1], value):
            value = _made(open.pop())
        if not open:
            if value is _null:
                raise TypeError('NULL object in marshal data for object')
            return value


def _check_depth(open):
    if len(open) > _deepest:
        raise ValueError('recursion limit exceeded')


def _is_whole(holder, value):
    """Puts a value into what holds it. Is that whole now?"""
    code, size, items = holder
    if code == '{':
        if value is _null and len(items) % 2 == 0:
            return True
        items.append(value)
        return False
    if value is _null:
        raise TypeError('NULL object in marshal data for %s' % _makers[code][0])
    items.append(value)
    return len(items) == size


def _made(holder):
    code, size, items = holder
    if code != '{':
        return _makers[code][1](items)
    made = {}
    for at in xrange(0, len(items), 2):
        if items[at + 1] is not _null:
            made[items[at]] = items[at + 1]
    return made


def _number(read, size):
    """A signed number. At the end of the bytes CPython reads on as if all bits were set."""
    return _struct.unpack_int(read(size).ljust(size, '\xff'), True, True)


def _size(read, kind):
    size = _number(read, 4)
    if size < 0:
        raise ValueError('bad marshal data (%s size out of range)' % kind)
    return size


def _exactly(read, size):
    data = read(size)
    if len(data) < size:
        raise EOFError(_eof)
    return data


def _read_float(code, read):
    if code in 'gy':
        return _struct.unpack_float(_exactly(read, 8), True)
    return float(_exactly(read, ord(_exactly(read, 1))))


def _read_long(read):
    size = _number(read, 4)
    digits = []
    for _ in xrange(abs(size)):
        digit = _number(read, 2)
        if digit < 0:
            raise ValueError('bad marshal data (digit out of range in long)')
        digits.append(format(digit, '015b'))
    if size and not digit:
        raise ValueError('bad marshal data (unnormalized long data)')
    value = long(''.join(reversed(digits)) or '0', 2)
    return value if size > 0 else -value


def _read_atom(code, read, texts):
    for constant, known in _constants:
        if code == known:
            return constant
    if code == 'i':
        return _number(read, 4)
    if code == 'I':
        return int(_number(read, 8))
    if code == 'l':
        return _read_long(read)
    if code in 'fg':
        return _read_float(code, read)
    if code in 'xy':
        real = _read_float(code, read)
        return complex(real, _read_float(code, read))
    if code in 'st':
        text = _exactly(read, _size(read, 'string'))
        if code == 't':
            texts.append(text)
        return text
    if code == 'R':
        at = _number(read, 4)
        if not 0 <= at < len(texts):
            raise ValueError('bad marshal data (string ref out of range)')
        return texts[at]
    if code == 'u':
        return unicode(_exactly(read, _size(read, 'unicode')), 'utf-8')
    raise ValueError('bad marshal data (unknown type code)')
