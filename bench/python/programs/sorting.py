# Sorting: the built-in one with and without a key, and two written by hand.
def random_numbers(count):
    numbers = []
    seed = 42
    for i in range(count):
        seed = (seed * 1103515245 + 12345) % 2147483648
        numbers.append(seed // 65536)
    return numbers


def quicksort(items):
    if len(items) <= 1:
        return items
    pivot = items[len(items) // 2]
    left = [x for x in items if x < pivot]
    middle = [x for x in items if x == pivot]
    right = [x for x in items if x > pivot]
    return quicksort(left) + middle + quicksort(right)


def insertion(items):
    items = items[:]
    for i in range(1, len(items)):
        x = items[i]
        j = i
        while j > 0 and items[j - 1] > x:
            items[j] = items[j - 1]
            j -= 1
        items[j] = x
    return items


numbers = random_numbers(40000)
print(sorted(numbers)[:5])
print(sorted(numbers, key=lambda x: -x)[:5])
print(quicksort(numbers) == sorted(numbers))
print(insertion(numbers[:900]) == sorted(numbers[:900]))
words = ["w%d" % (n % 1000) for n in numbers]
words.sort()
print(words[:3])
