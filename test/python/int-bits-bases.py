# Bit operators and other bases.
print 6 & 3, 6 | 3, 6 ^ 3, ~6, 1 << 10, -5 >> 1, 0xff, 0777, 0o17, 0b101, hex(255), oct(8), bin(5), hex(-255), hex(2 ** 70)
print int("ff", 16), int("0x1f", 16), int("0x1f", 0), int("101", 2), int(" 42 "), int("-7"), long("99999999999999999999")
print 5 .bit_length(), int(3.99), int(-3.99), int(True), int(), True + True, (5).__add__(3), 12 & ~4, -1 & 0xffffffffffffffff
