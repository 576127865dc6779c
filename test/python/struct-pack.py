# struct: values as bytes in the layout of C.
import struct

for format, values in [('<hb', (1, 2)), ('>I', (0xdeadbeef,)), ('bi', (1, 2)), ('=bi', (1, 2)), ('3s2p', ('abcd', 'xy')),
                       ('!d', (1.5,)), ('<f', (0.1,)), ('?c', (7, 'z')), ('<qQ', (-1, 2 ** 64 - 1)), ('2xH', (65535,))]:
    data = struct.pack(format, *values)
    print format, struct.calcsize(format), repr(data), struct.unpack(format, data)
point = struct.Struct('>hh')
print point.size, point.format, repr(point.pack(3, -4)), point.unpack_from('__' + point.pack(5, 6), 2)
for wrong in [('b', 128), ('B', -1), ('<h', 40000), ('>H', 70000), ('i', 2 ** 31), ('I', -1), ('q', 2 ** 63), ('i', 'a'),
              ('f', 'a'), ('c', 'ab'), ('s', 3), ('z', 1), ('ii', 1)]:
    try:
        struct.pack(*wrong)
    except struct.error, e:
        print wrong, e
try:
    struct.pack('<f', 1e39)
except OverflowError, e:
    print e
