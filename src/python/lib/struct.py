"""Values as bytes in the layout of C: `pack`, `unpack`, and the same with a format read once, `Struct`."""

import _struct


class error(Exception):
    """A format, or values that do not fit it."""


_standard_sizes = {'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8,
                   'f': 4, 'd': 8}
# NOT-PYTHON: native is always what it is on a 64-bit x86 with Linux.
_native_sizes = dict(_standard_sizes, l=8, L=8, P=8)
_longest = 2 ** 63 - 1
_most_places = 1 << 22

# What CPython says of numbers that it hands to C as they are.
_small_messages = {
    'b': 'byte format requires -128 <= number <= 127',
    'B': 'ubyte format requires 0 <= number <= 255',
    'h': 'short format requires SHRT_MIN <= number <= SHRT_MAX',
    'H': 'ushort format requires 0 <= number <= USHRT_MAX',
}


def _read_format(format):
    """(is the last byte the greatest, the size, the fields); a field is (where, code, size)."""
    order = format[:1]
    native = order not in '<>!=' or not order
    little = order not in '>!' or not order
    sizes = _native_sizes if native else _standard_sizes
    fields = []
    size = places = at = 0
    if order and order in '@<>!=':
        at = 1
    while at < len(format):
        code = format[at]
        at += 1
        if code.isspace():
            continue
        count = 1
        if code.isdigit():
            start = at - 1
            while format[at:at + 1].isdigit():
                at += 1
            count = int(format[start:at])
            if count > _longest:
                raise error('total struct size too long')
            code = format[at:at + 1]
            at += 1
            if not code:
                break
        if code in 'xsp':
            width = 1
        elif code in sizes:
            width = sizes[code]
            if native:
                size += -size % width
        else:
            raise error('bad char in struct format')
        if size + count * width > _longest:
            raise error('total struct size too long')
        places += 1 if code in 'sp' else 0 if code == 'x' else count
        if places > _most_places:
            raise MemoryError
        if code in 'sp':
            fields.append((size, code, count))
        elif code != 'x':
            fields.extend([(size + width * turn, code, width) for turn in xrange(count)])
        size += count * width
    return little, native, size, fields


def _integer(value):
    """A number as an int or a long; `error` for what is none."""
    if isinstance(value, (int, long)):
        return value
    if hasattr(value, '__index__'):
        try:
            value = value.__index__()
        except TypeError:
            pass
        else:
            if isinstance(value, (int, long)):
                return value
    if not isinstance(value, basestring) and (hasattr(value, '__int__') or isinstance(value, complex)):
        return int(value)
    raise error('cannot convert argument to integer')


def _pack_integer(value, code, size, little, native):
    value = _integer(value)
    if code == 'P':
        if value < -1 << 63:
            raise OverflowError('Python int too large to convert to C long')
        if value >= 1 << 64:
            raise OverflowError('long int too large to convert')
        return _struct.pack_int(value, size, little)
    signed = code.islower()
    # CPython reads these as C's long first.
    as_long = signed or code == 'B' or code == 'H' and little
    if not (-1 << 63 <= value < 1 << 63 if as_long else 0 <= value < 1 << 64):
        raise error("integer out of range for '%s' format code" % code)
    lowest, highest = (-1 << 8 * size - 1, (1 << 8 * size - 1) - 1) if signed else (0, (1 << 8 * size) - 1)
    if not lowest <= value <= highest:
        if code in 'bB' or code in 'hH' and little:
            raise error(_small_messages[code])
        raise error("'%s' format requires %d <= number <= %d" % (code, lowest, highest))
    return _struct.pack_int(value, size, little)


def _pack_float(value, code, size, little, native):
    try:
        value = float(value) if not isinstance(value, basestring) else None
    except (TypeError, AttributeError, OverflowError):
        value = None
    if value is None:
        raise error('required argument is not a float')
    # Halfway between the greatest float of four bytes and the next that there would be.
    if code == 'f' and not native and 3.4028235677973366e+38 <= abs(value) < float('inf'):
        raise OverflowError('float too large to pack with f format')
    return _struct.pack_float(value, size, little)


def _pack_text(value, code, size, little, native):
    if code == 'c':
        if not isinstance(value, str) or len(value) != 1:
            raise error('char format require string of length 1')
        return value
    if not isinstance(value, str):
        raise error("argument for '%s' must be a string" % code)
    if code == 's':
        return value[:size].ljust(size, '\0')
    if size == 0:
        return ''
    value = value[:min(size - 1, 255)]
    return (chr(len(value)) + value).ljust(size, '\0')


def _pack_bool(value, code, size, little, native):
    return '\1' if value else '\0'


def _unpack_integer(data, code, little):
    return _struct.unpack_int(data, code.islower(), little)


def _unpack_float(data, code, little):
    return _struct.unpack_float(data, little)


def _unpack_text(data, code, little):
    if code == 'p':
        if not data:
            raise SystemError('Negative size passed to PyString_FromStringAndSize')
        return data[1:1 + ord(data[0])]
    return data


def _unpack_bool(data, code, little):
    return data != '\0'


_packers = dict.fromkeys('bBhHiIlLqQP', (_pack_integer, _unpack_integer))
_packers.update(dict.fromkeys('fd', (_pack_float, _unpack_float)))
_packers.update(dict.fromkeys('csp', (_pack_text, _unpack_text)))
_packers['?'] = _pack_bool, _unpack_bool


def _bytes(name, data):
    if isinstance(data, str):
        return data
    if isinstance(data, unicode):
        return data.encode('ascii')
    if hasattr(data, 'tostring'):
        return data.tostring()
    if isinstance(data, (int, long, float, list, tuple, dict, set)) or data is None:
        raise TypeError('%s() argument 1 must be string or buffer, not %s' % (name, _type_name(data)))
    return str(data)


def _type_name(value):
    return 'None' if value is None else type(value).__name__


def _start(name, offset, size, available):
    """Where `size` bytes begin that must be there from `offset` on."""
    if not isinstance(offset, (int, long)):
        raise TypeError('an integer is required')
    if offset < 0:
        offset += available
    if offset < 0 or available - offset < size:
        raise error('%s requires a buffer of at least %d bytes' % (name, size))
    return offset


class Struct(object):
    """A format that has been read."""

    def __init__(self, format):
        if isinstance(format, unicode):
            format = format.encode('ascii')
        if not isinstance(format, str):
            raise TypeError('Struct() argument 1 must be string, not %s' % type(format).__name__)
        self._format = format
        self._little, self._native, self._size, self._fields = _read_format(format)

    format = property(lambda self: self._format)
    size = property(lambda self: self._size)

    def pack(*values):
        self = values[0]
        return self._pack('pack', values[1:])

    def pack_into(*values):
        self = values[0]
        if len(values) < 3:
            raise error('pack_into expected %s argument' % ('buffer' if len(values) == 1 else 'offset'))
        buffer, offset = values[1:3]
        if isinstance(buffer, basestring):
            raise TypeError('argument must be read-write buffer, not %s' % type(buffer).__name__)
        self._check_count('pack_into', values[3:])
        if not isinstance(offset, (int, long)):
            raise TypeError('an integer is required')
        whole = _bytes('pack_into', buffer)
        start = _start('pack_into', offset, self._size, len(whole))
        whole = whole[:start] + self._pack('pack_into', values[3:]) + whole[start + self._size:]
        buffer[:] = whole if isinstance(buffer, bytearray) else type(buffer)(buffer.typecode, whole)

    def unpack(self, data):
        try:
            data = _bytes('unpack', data)
        except TypeError:
            data = None
        if data is None or len(data) != self._size:
            raise error('unpack requires a string argument of length %d' % self._size)
        return self._unpack(data, 0)

    def unpack_from(self, buffer, offset=0):
        data = _bytes('unpack_from', buffer)
        return self._unpack(data, _start('unpack_from', offset, self._size, len(data)))

    def _check_count(self, name, values):
        if len(values) != len(self._fields):
            raise error('%s expected %d items for packing (got %d)' % (name, len(self._fields), len(values)))

    def _pack(self, name, values):
        self._check_count(name, values)
        pieces = []
        end = 0
        for value, (start, code, size) in zip(values, self._fields):
            if start > end:
                pieces.append('\0' * (start - end))
            pieces.append(_packers[code][0](value, code, size, self._little, self._native))
            end = start + size
        pieces.append('\0' * (self._size - end))
        return ''.join(pieces)

    def _unpack(self, data, start):
        little = self._little
        return tuple([_packers[code][1](data[start + at:start + at + size], code, little)
                      for at, code, size in self._fields])


_known = {}


def _struct_of(format):
    """The `Struct` of a format, read once."""
    if not isinstance(format, str):
        return Struct(format)
    known = _known.get(format)
    if known is None:
        if len(_known) >= 100:
            _known.clear()
        known = _known[format] = Struct(format)
    return known


def _clearcache():
    _known.clear()


def calcsize(fmt):
    """How many bytes a format takes."""
    return _struct_of(fmt)._size


def pack(*args):
    """The values after the format, as bytes."""
    if not args:
        raise TypeError('missing format argument')
    return _struct_of(args[0])._pack('pack', args[1:])


def pack_into(*args):
    """Writes the values after the format, a buffer and a place there into the buffer."""
    if not args:
        raise TypeError('missing format argument')
    return _struct_of(args[0]).pack_into(*args[1:])


def unpack(fmt, string):
    """The values in a string that is as long as the format says."""
    return _struct_of(fmt).unpack(string)


def unpack_from(fmt, buffer, offset=0):
    """The values in a buffer from a place on."""
    return _struct_of(fmt).unpack_from(buffer, offset)


# Shown as a type, as CPython's is.
Struct.__name__ = 'struct.Struct'
Struct.__module__ = '__builtin__'
