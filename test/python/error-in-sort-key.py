# An error inside a key function passes through sorted.
def key(x):
    return 1 / x
print sorted([3, 1, 2], key=key)
print sorted([1, 0], key=key)
