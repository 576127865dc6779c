"""UserDict, IterableUserDict and DictMixin, and classes derived from them."""
import copy
import pickle
from UserDict import DictMixin, IterableUserDict, UserDict


class Upper(UserDict):
    def __getitem__(self, key):
        return UserDict.__getitem__(self, key.upper())

    def __setitem__(self, key, value):
        print 'set', key
        UserDict.__setitem__(self, key.upper(), value)


class Counting(UserDict):
    def __missing__(self, key):
        return 0


class Pairs(DictMixin):
    def __init__(self):
        self.list = []

    def keys(self):
        return [key for key, _ in self.list]

    def __getitem__(self, key):
        for each, value in self.list:
            if each == key:
                return value
        raise KeyError(key)

    def __setitem__(self, key, value):
        self.list.append((key, value))

    def __delitem__(self, key):
        self.list = [pair for pair in self.list if pair[0] != key]


d = UserDict({'a': 1}, b=2)
print d, len(d), d['a'], 'b' in d, d.has_key('z'), sorted(d.keys()), sorted(d.values()), sorted(d.items()), d.get('z'), d.get('a')
print UserDict([('k', 'v')]), UserDict(None), UserDict(x=1), d == {'a': 1, 'b': 2}, cmp(d, d.copy()), d.data
d.update({'c': 3}, e=5)
d.update(UserDict(f=6))
print d.setdefault('g', 7), d.setdefault('a', 9), d.pop('f'), d.pop('f', None), sorted(d.iterkeys()), UserDict.fromkeys('ab', 0) == {'a': 0, 'b': 0}
del d['g']
d.clear()
print d, bool(d), isinstance(d, dict), isinstance(d, UserDict), d.__class__
u = Upper()
u['a'] = 1
u.update({'b': 2})
print u['a'], u.data == {'A': 1, 'b': 2}, u.get('A')
c = Counting(x=1)
c.note = ['n']
again = c.copy()
print c['y'], c.get('y'), again, again.__class__.__name__, again.note is c.note
print sorted(IterableUserDict(a=1, b=2)), copy.deepcopy(UserDict(a=[1])), pickle.loads(pickle.dumps(UserDict(a=1), 2))
p = Pairs()
p['x'] = 1
p['y'] = 2
print len(p), 'x' in p, list(p), p.items(), p.values(), p.pop('x'), p.get('x'), p.setdefault('z', 3), p.popitem(), p == {'z': 3}
p.update(a=1)
p.update([('b', 2)])
print p.keys(), list(p.itervalues())
p.clear()
print p


def attempt(call, *args):
    try:
        print call(*args)
    except Exception as error:
        print '%s: %s' % (type(error).__name__, error)


attempt(UserDict, 1, 2)
attempt(UserDict, 3)
attempt(hash, d)
attempt(d.pop, 'z')
attempt(d.popitem)
attempt(p.popitem)
attempt(p.pop, 'q')
attempt(p.pop, 'q', 1, 2)

attempt(d.__getitem__, 'missing')
