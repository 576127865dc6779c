# Numbers of different types compare and combine.
print 1 + 1.5, 1L + 1.5, True + 1.5, 1 == 1L == 1.0 == True, 1 < 1.5 < 2L, 3 * 1.0, 10 ** 20 + 0.5, 2 ** 0.5, 4 ** -2
print (1+2j) * (3-1j), abs(3+4j), (1+2j).real, (1+2j).conjugate(), 1j ** 2, complex(1, 2), repr(-0j)
print max(1, 2.5, True), min([3, 1L, 2.0]), sum([1, 2.5, 3L]), sum([]), cmp(1, 2), cmp(2.0, 2), cmp("b", "a")
print pow(2, 10), pow(2, 10, 1000), divmod(-7, 3), coerce(1, 2.5), bool(0), bool(0.0), bool(""), bool([]), bool("0")
