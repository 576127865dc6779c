"""Random numbers: the Mersenne Twister, asked in the way that gives CPython's numbers for the same seed.

The generator's state is a list of 624 words and a position; `_random` steps it. Without a seed it begins with words from
outside, which the playground records.
"""

import _random
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, log as _log, pi as _pi
from math import sin as _sin, sqrt as _sqrt

__all__ = ['Random', 'seed', 'random', 'uniform', 'randint', 'choice', 'sample', 'randrange', 'shuffle', 'normalvariate',
           'lognormvariate', 'expovariate', 'vonmisesvariate', 'gammavariate', 'triangular', 'gauss', 'betavariate',
           'paretovariate', 'weibullvariate', 'getstate', 'setstate', 'jumpahead', 'getrandbits', 'SystemRandom']

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
# From here on 53 random bits are too few to reach every integer.
_WIDE = 1 << 53


class Random(object):
    """A generator of its own, apart from the module's."""

    VERSION = 3

    def __init__(self, x=None):
        self._words = []
        self.seed(x)

    def seed(self, a=None):
        """Begins anew, by chance or from a number or anything hashable."""
        if a is not None and not isinstance(a, (int, long)):
            a = _text_hash(a) if isinstance(a, str) else hash(a) & 0xffffffffffffffff
        _random.seed(self._words, a if a is None else abs(a))
        self.gauss_next = None

    def getstate(self):
        return self.VERSION, tuple(self._words), self.gauss_next

    def setstate(self, state):
        if state[0] != self.VERSION:
            raise ValueError('state with version %s passed to Random.setstate() of version %s' % (state[0], self.VERSION))
        self._words, self.gauss_next = list(state[1]), state[2]

    def random(self):
        """A number in [0, 1)."""
        return _random.random(self._words)

    def getrandbits(self, k):
        """An integer of k random bits."""
        if k <= 0:
            raise ValueError('number of bits must be greater than zero')
        bits = 0L
        for done in xrange(0, int(k), 32):
            bits |= _random.word(self._words) >> max(0, 32 - (k - done)) << done
        return bits

    def _below(self, n):
        """An integer in range(n)."""
        if n < _WIDE:
            return int(self.random() * n)
        bits = int(1.00001 + _log(n - 1, 2.0))
        while True:
            found = self.getrandbits(bits)
            if found < n:
                return found

    def randrange(self, start, stop=None, step=1):
        """An item of range(start, stop, step)."""
        first = _whole(start, 'non-integer arg 1 for randrange()')
        if stop is None:
            if first > 0:
                return self._below(first)
            raise ValueError('empty range for randrange()')
        width = _whole(stop, 'non-integer stop for randrange()') - first
        if step == 1:
            if width > 0:
                return first + self._below(width)
            raise ValueError('empty range for randrange() (%d,%d, %d)' % (first, first + width, width))
        step = _whole(step, 'non-integer step for randrange()')
        if step == 0:
            raise ValueError('zero step for randrange()')
        count = (width + step + (-1 if step > 0 else 1)) // step
        if count <= 0:
            raise ValueError('empty range for randrange()')
        return first + step * self._below(count)

    def randint(self, a, b):
        """An integer from a to b, both included."""
        return self.randrange(a, b + 1)

    def choice(self, seq):
        """An item of a sequence that is not empty."""
        return seq[int(self.random() * len(seq))]

    def shuffle(self, x, random=None):
        """Puts the items of a list in a random order, in place."""
        if random is None:
            random = self.random
        for last in reversed(xrange(1, len(x))):
            at = int(random() * (last + 1))
            x[last], x[at] = x[at], x[last]

    def sample(self, population, k):
        """A list of k different places' items."""
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError('sample larger than population')
        most = 21
        if k > 5:
            most += 4 ** int(_ceil(_log(k * 3, 4)))
        if n > most and not hasattr(population, 'keys'):
            try:
                return self._sample_places(population, n, k)
            except (TypeError, KeyError):
                if isinstance(population, list):
                    raise
                population = tuple(population)
                if n > most:
                    return self._sample_places(population, n, k)
        # Few enough to copy: what is taken makes room for the last that is not.
        pool = list(population)
        result = []
        for taken in xrange(k):
            at = int(self.random() * (n - taken))
            result.append(pool[at])
            pool[at] = pool[n - taken - 1]
        return result

    def _sample_places(self, population, n, k):
        taken = set()
        result = []
        while len(result) < k:
            at = int(self.random() * n)
            if at not in taken:
                taken.add(at)
                result.append(population[at])
        return result

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u, c, low, high = 1.0 - u, 1.0 - c, high, low
        return low + (high - low) * (u * c) ** 0.5

    def normalvariate(self, mu, sigma):
        # Kinderman and Monahan, 1977: the ratio of uniform deviates.
        while True:
            u1 = self.random()
            u2 = 1.0 - self.random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def gauss(self, mu, sigma):
        # Box and Muller: two numbers come at once, the second is kept for the next call.
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = self.random() * 2.0 * _pi
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z, self.gauss_next = _cos(angle) * radius, _sin(angle) * radius
        return mu + z * sigma

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    def expovariate(self, lambd):
        return -_log(1.0 - self.random()) / lambd

    def vonmisesvariate(self, mu, kappa):
        # Best and Fisher, 1979.
        if kappa <= 1e-6:
            return 2.0 * _pi * self.random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        while True:
            z = _cos(_pi * self.random())
            d = z / (r + z)
            u = self.random()
            if u < 1.0 - d * d or u <= (1.0 - d) * _exp(d):
                break
        q = 1.0 / r
        f = (q + z) / (1.0 + q * z)
        turn = _acos(f) if self.random() > 0.5 else -_acos(f)
        return (mu + turn) % (2.0 * _pi)

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha > 1.0:
            return self._gamma_cheng(alpha) * beta
        if alpha == 1.0:
            u = self.random()
            while u <= 1e-7:
                u = self.random()
            return -_log(u) * beta
        return self._gamma_small(alpha) * beta

    def _gamma_cheng(self, alpha):
        # Cheng, 1977.
        ainv = _sqrt(2.0 * alpha - 1.0)
        b = alpha - LOG4
        c = alpha + ainv
        while True:
            u1 = self.random()
            if not 1e-7 < u1 < .9999999:
                continue
            u2 = 1.0 - self.random()
            v = _log(u1 / (1.0 - u1)) / ainv
            x = alpha * _exp(v)
            z = u1 * u1 * u2
            r = b + c * v - x
            if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
                return x

    def _gamma_small(self, alpha):
        # Ahrens and Dieter, 1974, algorithm GS.
        b = (_e + alpha) / _e
        while True:
            p = b * self.random()
            x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
            u1 = self.random()
            if u1 <= x ** (alpha - 1.0) if p > 1.0 else u1 <= _exp(-x):
                return x

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.)
        return 0 if y == 0 else y / (y + self.gammavariate(beta, 1.))

    def paretovariate(self, alpha):
        return 1.0 / pow(1.0 - self.random(), 1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        return alpha * pow(-_log(1.0 - self.random()), 1.0 / beta)

    def jumpahead(self, n):
        for _ in xrange(n % 1000):
            self.random()


class SystemRandom(Random):
    """Chance from outside. Here it is a generator that cannot be seeded."""

    def seed(self, *args):
        _random.seed(self._words, None)
        self.gauss_next = None

    def getstate(self, *args):
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


def _text_hash(text):
    """The hash that CPython on a 64-bit machine gives a text, so that seeding with words too gives its numbers."""
    value = ord(text[0]) << 7 if text else 0
    for c in text:
        value = (1000003 * value ^ ord(c)) & 0xffffffffffffffff
    return value ^ len(text)


def _whole(x, problem):
    n = int(x)
    if n != x:
        raise ValueError(problem)
    return n


_inst = Random()
for _name in __all__:
    if _name not in ('Random', 'SystemRandom'):
        globals()[_name] = getattr(_inst, _name)
