# List, set and dict comprehensions.
print [x * x for x in range(5)], [x for x in range(10) if x % 2 if x > 3], [[i * j for j in range(3)] for i in range(3)]
print sorted({c: ord(c) for c in "ab"}.items()), sorted({x / 2 for x in range(6)}), [a + b for a in "xy" for b in "12"]
print [(a, b) for a, b in zip([1, 2], [3, 4])], [k for k, v in sorted({'a': 1, 'b': 0}.items()) if v], [x for x in 1, 2, 3]
print [x.strip() for x in " a , b ".split(",")], [lambda: 1][0](), [i for i in [j for j in range(3)]]
