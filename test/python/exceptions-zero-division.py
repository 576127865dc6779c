# Every division by zero, in its own words.
for f in [lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 % 0, lambda: 1L / 0, lambda: divmod(1, 0), lambda: 0 ** -1, lambda: 1j / 0, lambda: 1.0 // 0]:
    try:
        f()
    except ZeroDivisionError, e:
        print e
print 10 / (5 - 5)
