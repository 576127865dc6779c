"""buffer and memoryview look at the bytes of another object."""
data = bytearray('abcdef')
view = memoryview(data)
view[0] = 'X'
view[1:3] = 'YZ'
print data, view[0], view[3:].tobytes(), len(view), view.tolist()[:3], view.readonly, view.shape, view.format
print memoryview('abc') == 'abc', memoryview('abc').readonly
part = buffer('abcdef', 2, 3)
print part, len(part), part[0], part[1:], part + '!', str(buffer(data))
try:
    memoryview('abc')[0] = 'x'
except TypeError as e:
    print e
