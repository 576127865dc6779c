"""States are read, put back and jumped over; classes may have chance of their own."""
import random

chance = random.Random(7)
state = chance.getstate()
first = [chance.random() for _ in range(3)], chance.gauss(0, 1)
chance.setstate(state)
print first == ([chance.random() for _ in range(3)], chance.gauss(0, 1)), state[0], len(state[1]), state[1][:2], state[1][-1]
chance.seed(1)
chance.jumpahead(7)
print repr(chance.random())


class Fixed(random.Random):
    def random(self):
        return 0.25


fixed = Fixed()
print fixed.randrange(100), fixed.choice('abcdefgh'), fixed.uniform(1, 2), fixed.sample(range(8), 2), fixed.randint(1, 6)
old = random.WichmannHill(5)
print repr(old.random()), repr(old.random()), old.randrange(100), old.getstate()
old.jumpahead(10)
print repr(old.random()), repr(old.gauss(0, 1))
old.whseed(5)
print repr(old.random())
system = random.SystemRandom()
print 0 <= system.random() < 1, 0 <= system.getrandbits(80) < 1 << 80, system.choice([3]), system.seed(5), system.sample([1], 1)
