# Literals of numbers.
print 0, 00, 010, 0x10, 0X1F, 0o10, 0b11, 10L, 0xFFL, 1e3, 1E-3, .5, 5., 1.5e+3, 3j, 0777L, 1e400
