"""Distributions give CPython's numbers to the last digit."""
from random import Random

chance = Random(42)
for turn in range(4):
    for call in ['random()', 'uniform(1, 10)', 'randint(1, 6)', 'randrange(5, 100, 7)', 'randrange(2 ** 60)', 'randint(-5, 10 ** 20)',
                 'choice("abcdef")', 'sample(range(10), 3)', 'sample(xrange(100000), 4)', 'gauss(0, 1)', 'normalvariate(0, 1)',
                 'lognormvariate(0, 1)', 'expovariate(2)', 'betavariate(2, 3)', 'betavariate(.5, .5)', 'gammavariate(2, 3)',
                 'gammavariate(1, 3)', 'gammavariate(.5, 3)', 'triangular()', 'triangular(1, 5, 2)', 'vonmisesvariate(0, 4)',
                 'paretovariate(3)', 'weibullvariate(1, 2)', 'getrandbits(100)']:
        print call, repr(eval('chance.' + call))
cards = range(12)
chance.shuffle(cards)
print cards
chance.shuffle(cards, lambda: 0.25)
print cards
