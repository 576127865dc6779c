# Lists: methods, operators, aliasing.
a = [3, 1, 2]
b = a
b.append(4)
print a, a is b, a == [3, 1, 2, 4], len(a)
a.extend([5, 6]); a.insert(0, 0); a.insert(-1, 'x'); a.insert(100, 'end')
print a, a.pop(), a.pop(0), a.pop(-2), a.index(4), a.count(1), 2 in a, 9 not in a
a.remove(5)
a.sort()
print a
a.reverse()
print a, a + [7], [0] * 3, a[1:3], sorted([3, 1, 2], reverse=True)
a += (8, 9)
a *= 2
print a, b is a
del a[0], a[-1]
del a[2:5]
print a, [] == [], [[1]] * 2, list("ab"), list((1, 2)), max(a), min(a), sum(a)
