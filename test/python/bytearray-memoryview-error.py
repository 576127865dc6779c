"""A memoryview does not change its size."""
view = memoryview(bytearray('abc'))
view[0:2] = 'xyz'
