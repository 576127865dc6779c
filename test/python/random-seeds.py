"""Every seed gives CPython's numbers: integers of any size, texts, floats, tuples."""
import random

for seed in [0, 1, -1, 2 ** 40, 2 ** 70 + 1, 5L, True, '', 'x', 'hello', u'x', u'caf\xe9', 1.5, -2.25, 0.0, 1e300, (1, 2), ('a', (3.5, 'b')), (), 1j,
             frozenset([1])]:
    random.seed(seed)
    print repr(seed), repr(random.random()), random.randint(1, 10 ** 9), random.getrandbits(70)
for seed in [[1], {}]:
    try:
        random.seed(seed)
    except TypeError as error:
        print error
