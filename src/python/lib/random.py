"""Random numbers: the Mersenne Twister, asked in the way that gives CPython's numbers for the same seed.

The generator's state is a list of 624 words and a position; `_random` steps it. Without a seed it begins with words from
outside, which the playground records.
"""

from __future__ import division

import _files
import _hashes
import _random
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, frexp as _frexp, log as _log, pi as _pi
from math import sin as _sin, sqrt as _sqrt

__all__ = ['Random', 'seed', 'random', 'uniform', 'randint', 'choice', 'sample', 'randrange', 'shuffle', 'normalvariate',
           'lognormvariate', 'expovariate', 'vonmisesvariate', 'gammavariate', 'triangular', 'gauss', 'betavariate',
           'paretovariate', 'weibullvariate', 'getstate', 'setstate', 'jumpahead', 'WichmannHill', 'getrandbits',
           'SystemRandom']

NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
TWOPI = 2.0 * _pi
BPF = 53
RECIP_BPF = 2 ** -BPF
# From here on 53 random bits are too few to reach every integer.
_WIDE = 1 << 53


def _of_words(words):
    """The long of 32-bit words, the lowest first."""
    return long(''.join('%08x' % word for word in reversed(words)), 16)


class Random(object):
    """A generator of its own, apart from the module's."""

    VERSION = 3

    def __init__(self, x=None):
        self._words = []
        self.seed(x)

    def seed(self, a=None):
        """Begins anew, by chance or from a number or anything hashable."""
        if a is not None and not isinstance(a, (int, long)):
            a = _hash(a) & _WORD
        _random.seed(self._words, a if a is None else abs(a))
        self.gauss_next = None

    def getstate(self):
        return self.VERSION, tuple(map(long, self._words)), self.gauss_next

    def setstate(self, state):
        version = state[0]
        if version != self.VERSION:
            raise ValueError('state with version %s passed to Random.setstate() of version %s' % (version, self.VERSION))
        version, words, self.gauss_next = state
        if not isinstance(words, tuple):
            raise TypeError('state vector must be a tuple')
        if len(words) != 625:
            raise ValueError('state vector is the wrong size')
        self._words = map(int, words)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()

    def random(self):
        """A number in [0, 1)."""
        return _random.random(self._words)

    def getrandbits(self, k):
        """An integer of k random bits."""
        if not isinstance(k, (int, long)):
            raise TypeError('integer argument expected, got float' if isinstance(k, float) else 'an integer is required')
        if k <= 0:
            raise ValueError('number of bits must be greater than zero')
        return _of_words([_random.word(self._words) >> max(0, 32 - (k - done)) for done in xrange(0, k, 32)])

    def _below(self, n):
        """An integer in range(n)."""
        # A class with an idea of chance of its own is asked for that.
        if n < _WIDE or type(self).random != Random.random and type(self).getrandbits == Random.getrandbits:
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
                return int(first + self._below(width))
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
        """Goes far away, to where a hash of the state and of n says."""
        place = int(_sha512(repr(n) + repr(self.getstate())).encode('hex'), 16)
        words = self._words
        for last in xrange(623, 1, -1):
            at = place % last
            words[last], words[at] = words[at], words[last]
        self._words = [(word + at + 1) & 0xffffffff for at, word in enumerate(words[:-1])] + [624]


class WichmannHill(Random):
    """The generator of Python before 2.3 (Wichmann and Hill, 1982)."""

    VERSION = 1

    def seed(self, a=None):
        if a is None:
            a = int(_files.random() * _WIDE)
        elif not isinstance(a, (int, long)):
            a = _hash(a)
        a, x = divmod(a, 30268)
        a, y = divmod(a, 30306)
        self._seed = int(x) + 1, int(y) + 1, int(a % 30322) + 1
        self.gauss_next = None

    def random(self):
        x, y, z = self._seed
        x, y, z = self._seed = 171 * x % 30269, 172 * y % 30307, 170 * z % 30323
        return (x / 30269.0 + y / 30307.0 + z / 30323.0) % 1.0

    def getstate(self):
        return self.VERSION, self._seed, self.gauss_next

    def setstate(self, state):
        version = state[0]
        if version != 1:
            raise ValueError('state with version %s passed to Random.setstate() of version %s' % (version, self.VERSION))
        _, self._seed, self.gauss_next = state

    def jumpahead(self, n):
        if not n >= 0:
            raise ValueError('n must be >= 0')
        x, y, z = self._seed
        self._seed = x * pow(171, n, 30269) % 30269, y * pow(172, n, 30307) % 30307, z * pow(170, n, 30323) % 30323

    def whseed(self, a=None):
        """Begins anew as the very first versions did."""
        a = int(_files.random() * _WIDE) if a is None else _hash(a)
        a, x = divmod(a, 256)
        a, y = divmod(a, 256)
        a, z = divmod(a, 256)
        self._seed = tuple([(each + a) % 256 or 1 for each in (x, y, z)])
        self.gauss_next = None

    def getrandbits(self, k):
        """NOT-PYTHON: CPython has one, of a twister that nobody seeds."""
        raise NotImplementedError('a WichmannHill generator has no bits')

    def _below(self, n):
        """An integer in range(n)."""
        return int(self.random() * n)


class SystemRandom(Random):
    """Chance from outside, which no seed repeats."""

    def random(self):
        return _files.random()

    def getrandbits(self, k):
        if k <= 0:
            raise ValueError('number of bits must be greater than zero')
        if k != int(k):
            raise TypeError('number of bits should be an integer')
        return _of_words([int(_files.random() * 4294967296) >> max(0, 32 - (k - done)) for done in xrange(0, k, 32)])

    def _ignored(self, *args, **kwds):
        return None

    seed = jumpahead = _ignored

    def _stateless(self, *args, **kwds):
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate = _stateless


# Hashes as CPython has them on a 64-bit machine, so that seeding with other things than integers too gives its numbers.

_WORD = (1 << 64) - 1


def _hash(value):
    """The hash of text, numbers, and tuples and frozensets of such; of other values our own."""
    if isinstance(value, (str, unicode)):
        found = _text_hash(value)
    elif isinstance(value, (int, long)):
        found = abs(value) % _WORD if abs(value) > _WORD else abs(value)
        found = -found if value < 0 else found
    elif isinstance(value, float):
        found = _float_hash(value)
    elif isinstance(value, complex):
        found = _float_hash(value.real) + 1000003 * _float_hash(value.imag)
    elif isinstance(value, tuple):
        found, factor = 0x345678, 1000003
        for left in reversed(xrange(len(value))):
            found = (found ^ _hash(value[-left - 1])) * factor & _WORD
            factor += 82520 + 2 * left
        found += 97531
    elif isinstance(value, frozenset):
        found = 1927868237 * (len(value) + 1)
        for item in value:
            each = _hash(item)
            found ^= (each ^ each << 16 ^ 89869747) * 3644798167
        found = found * 69069 + 907133923
    else:
        return hash(value)
    found &= _WORD
    found -= found >> 63 << 64
    return int(-2 if found == -1 else found)


def _text_hash(text):
    value = ord(text[0]) << 7 if text else 0
    for c in text:
        value = (1000003 * value ^ ord(c)) & _WORD
    return value ^ len(text)


def _float_hash(x):
    if x != x:
        return 0
    if x - x != 0:
        return 314159 if x > 0 else -271828
    if x == int(x):
        return _hash(int(x))
    mantissa, exponent = _frexp(x)
    mantissa *= 2147483648.0
    high = int(mantissa)
    found = high + int((mantissa - high) * 2147483648.0) + (exponent << 15)
    return -2 if found == -1 else found


def _sha512(text):
    padded = text + '\x80' + '\0' * (-(len(text) + 17) % 128) + ('%032x' % (len(text) * 8)).decode('hex')
    return _hashes.blocks('sha512', _hashes.initial('sha512'), padded)


def _whole(x, problem):
    n = int(x)
    if n != x:
        raise ValueError(problem)
    return n


_inst = Random()
for _name in __all__:
    if _name not in ('Random', 'SystemRandom', 'WichmannHill'):
        globals()[_name] = getattr(_inst, _name)
