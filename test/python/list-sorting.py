"""Which items sort compares, and what a comparison may do."""
seen = []


def compare(a, b):
    seen.append((a, b))
    return cmp(a, b)


items = [5, 2, 8, 1, 9, 3]
items.sort(compare)
print items, seen
del seen[:]
items.sort(compare, reverse=True)
print items, seen
print sorted([(1, 'b'), (0, 'c'), (1, 'a')], key=lambda pair: pair[0]), sorted('bCa', key=str.lower, reverse=True)
busy = [3, 1, 2]
try:
    busy.sort(key=lambda x: busy.append(x) or x)
except ValueError as e:
    print e, busy
for wrong in ("[2, 1].sort(5)", "[2, 1].sort(key=5)", "[2, 1].sort(reverse='a')", "sorted([2, 1], cmp=lambda a, b: 'x')",
              "sorted([2, 1], cmp=lambda a, b: 1L)", "sorted([1j, 2j])", "sorted(5)", "[].sort(1, 2, 3, 4)"):
    try:
        print eval(wrong)
    except (TypeError, AttributeError) as e:
        print wrong, '->', e
