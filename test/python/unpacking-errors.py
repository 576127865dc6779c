# Unpacking needs exactly as many values.
try:
    a, b = 1, 2, 3
except ValueError, e:
    print e
try:
    a, b, c = [1, 2]
except ValueError, e:
    print e
try:
    a, b = 5
except TypeError, e:
    print e
for pair in [(1, 2), (3,)]:
    x, y = pair
    print x, y
