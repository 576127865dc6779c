"""A bytearray is changed in place: append, extend, insert, pop, remove, reverse, items and slices."""
b = bytearray('hello')
b.append(33)
b.append('?')
b.extend([65, 'B'])
b.insert(0, 'x')
print repr(b), len(b), b[0], b[-1]
print b.pop(), b.pop(0), repr(b)
b.remove('l')
b.reverse()
print repr(b)
b[0] = 'Z'
b[1:3] = 'three'
b[::2] = 'aaaaa'
del b[0], b[-2:]
print repr(b), b == 'tarae', b + 'x' == 'taraex', 'y' + b
b += bytearray('!')
b *= 2
print b, 104 in b, 'ra' in b
print repr(bytearray(3)), repr(bytearray(u'\xe9', 'utf-8')), repr(bytearray.fromhex('B9 01ef'))
print b.upper(), b.split('!'), b.find('e'), b.replace('a', 'o'), b.decode('ascii')
for code in bytearray('ab'):
    print code,
print
