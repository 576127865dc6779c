# Reading, assigning and deleting slices.
a = range(10)
print a[2:5], a[:3], a[7:], a[-3:], a[::3], a[::-1], a[8:2:-2], a[5:2], a[100:], a[-100:2]
a[2:5] = ["x"]
print a
a[0:0] = [-2, -1]
print a
a[::2] = [0] * len(a[::2])
print a
a[len(a):] = [1, 2]
del a[::3]
print a
del a[1:]
print a
a[:] = []
print a, slice(1, 2), slice(1, 10, 2).indices(5)
