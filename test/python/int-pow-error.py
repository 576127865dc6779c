"""pow with three arguments: whole numbers, no negative power."""
print pow(2, 10), pow(2, 10, 7), pow(-2, 3, 5), pow(2, 3, -5), pow(2L, 100, 7), pow(0, 0)
for args in ((2, 3, 0), (2.0, 3, 5), (2, 3, 'a'), ('a', 2)):
    try:
        print pow(*args)
    except (TypeError, ValueError) as e:
        print type(e).__name__, e
pow(2, -1, 5)
