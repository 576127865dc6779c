# Nested lists share their rows; recursive lists print dots.
grid = [[0] * 3] * 2
grid[0][1] = 5
print grid
grid = [[0] * 3 for i in range(2)]
grid[0][1] = 5
print grid
a = [1]
a.append(a)
print a, len(a), a[1] is a
t = ([],)
t[0].append(t)
print repr(t)
d = {}
d['self'] = d
print d
