# Comprehensions of lists, sets and dictionaries, nested and with conditions.
rows = [[(x * y) % 10 for x in range(60)] for y in range(60)]
total = 0
for turn in range(60):
    turned = [[row[i] for row in rows] for i in range(60)]
    total += sum([sum([cell for cell in row if cell % 2 == turn % 2]) for row in turned])
print(total)
print(len({(x * 7919) % 1013 for x in range(200000)}))
squares = {n: n * n for n in range(100000)}
print(len([n for n in squares if squares[n] % 4 == 0]))
print([a + b for a in "abc" for b in "xyz"])
print(len([1 for a in range(1, 240) for b in range(a, 240) if a * a + b * b < 57600 if (a * a + b * b) % 7 == 0]))
