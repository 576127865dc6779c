# repr of a float is the shortest text that reads back; str has 12 digits.
for x in [0.1, 0.1 + 0.2, 1.0, 1e16, 1e15, 123456789012345678.0, 1e-4, 1e-5, 1.5e300, -0.0, 3.0, 1/3.0, 100.0, 1e22, 5e-324]:
    print repr(x), str(x)
print 1e308 * 10, -1e308 * 10, [0.1, 1e100], round(2.5), round(-2.5), round(2.675, 2), round(1234.5, -2), abs(-1.5)
print 1.0 == 1, hash(1.0) == hash(1), 0.1 + 0.2 == 0.3, int(1e15), 7.0, 1.0e3, .5, 5.
