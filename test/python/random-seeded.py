# random.seed gives the same numbers as CPython's Mersenne Twister.
import random
random.seed(1)
print random.random(), random.randint(1, 100), random.choice("abcdef"), random.uniform(1, 2)
a = range(10)
random.shuffle(a)
print a, random.sample(range(100), 3), random.randrange(0, 100, 5)
