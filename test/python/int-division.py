# Division of integers floors; the remainder has the divisor's sign.
for a, b in [(7, 2), (-7, 2), (7, -2), (-7, -2), (6, 3)]:
    print a / b, a // b, a % b, divmod(a, b), a / float(b), -a // b
print 7.0 // 2, 7.5 % 2, -7.5 % 2, -7.5 // 2, divmod(7.5, 2), 7 / 2 * 2, 2 ** -1, 2 ** 10, (-2) ** 3, 7L / 2
