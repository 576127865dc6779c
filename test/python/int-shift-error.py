"""Shifts go by any number of bits that is not negative."""
print 1 << 100, 1 >> 100, -1 >> 100, 1 << 62, 1 << 63, -5 >> 1, True << 3
print 5 << 1.0
