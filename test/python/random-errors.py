"""What random refuses."""
import random


def attempt(text):
    try:
        print text, '->', repr(eval(text))
    except Exception as error:
        print text, '->', type(error).__name__ + ':', error


for text in """random.randrange(0)
random.randrange(5, 5)
random.randrange(1, 5, 0)
random.randrange(1.5)
random.randrange(1, 2.5)
random.randrange(1, 5, 1.5)
random.randrange('a')
random.randint(5, 1)
random.randint(1)
random.choice([])
random.choice('')
random.choice(5)
random.sample([1, 2], 3)
random.sample([1, 2], -1)
random.sample(5, 1)
random.shuffle('abc')
random.shuffle(5)
random.getrandbits(0)
random.getrandbits('a')
random.getrandbits(1.5)
random.gammavariate(0, 1)
random.expovariate(0)
random.setstate((9, 5, None))
random.setstate((3, (1, 2), None))
random.setstate((3, 5, None))
random.SystemRandom().getstate()
random.SystemRandom().getrandbits(1.5)
random.WichmannHill(1).jumpahead(-1)""".splitlines():
    attempt(text)
