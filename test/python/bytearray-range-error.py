"""A byte is a number below 256."""
b = bytearray('abc')
for wrong in ('ab', 256, None):
    try:
        b.append(wrong)
    except (ValueError, TypeError) as e:
        print type(e).__name__, e
print repr(b)
b[0] = 300
