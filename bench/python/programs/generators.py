# Generators: pipelines, generator expressions, a recursive one.
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def only_even(items):
    for item in items:
        if item % 2 == 0:
            yield item


def pairs(items):
    previous = None
    for item in items:
        if previous is not None:
            yield previous, item
        previous = item


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i in range(len(items)):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [items[i]] + rest


print(sum(only_even(count(250000))))
total = 0
for a, b in pairs(only_even(count(150000))):
    total += b - a
print(total)
print(sum(x * x for x in count(150000) if x % 3))
print(len(list(permutations([1, 2, 3, 4, 5, 6, 7]))))
