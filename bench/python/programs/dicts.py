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

board = {}
for x in range(300):
    for y in range(300):
        board[x, y] = x * y
total = 0
for x in range(300):
    for y in range(300):
        if (y, x) in board:
            total += board[y, x]
print(total)
