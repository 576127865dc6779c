"""dict.fromkeys and what is asked of a dictionary by name."""
print dict.fromkeys('a', 5), {1: 2}.__cmp__({1: 3}), {}.__hash__, {1: 2}.has_key(1)
try:
    {}.__cmp__(5)
except TypeError as e:
    print e
dict.fromkeys()
