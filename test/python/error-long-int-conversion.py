# An index too large for a list, and a float that is too large for an int.
try:
    [1][2 ** 70]
except IndexError, e:
    print e
try:
    range(2 ** 70)
except OverflowError, e:
    print e
print int(float("inf"))
