# Dictionaries: counting words, grouping, look-ups by numbers and tuples.
text = "the quick brown fox jumps over the lazy dog and the cat sat on the mat with another quick fox "
words = (text * 1500).split()
counts = {}
for word in words:
    counts[word] = counts.get(word, 0) + 1
for word in sorted(counts):
    print("%s %d" % (word, counts[word]))

groups = {}
for i in range(150000):
    groups.setdefault(i % 97, []).append(i)
print(sum([len(groups[key]) for key in groups]))

squares = {}
for i in range(40000):
    squares[i * 3] = i * i
total = 0
for i in range(60000):
    if i in squares:
        total += squares[i]
print(total)

# A small one: MicroPython gives most pairs the same hash.
board = {}
for x in range(8):
    for y in range(8):
        board[x, y] = x * y
total = 0
for turn in range(600):
    for x in range(10):
        for y in range(10):
            if (y, x) in board:
                total += board[y, x]
print(total)
