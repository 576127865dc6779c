"""Weak references while their objects live: references, proxies, dictionaries and sets."""
import copy
import re
import weakref


class Thing(object):
    x = 1

    def double(self):
        return self.x * 2

    def __len__(self):
        return 3

    def __getitem__(self, index):
        return index

    def __add__(self, other):
        return 'sum'


class Callable(object):
    def __call__(self, *args):
        return args


class Slots(object):
    __slots__ = ()


class Place(object):
    __slots__ = ('__weakref__',)


class Old:
    pass


class Items(list):
    pass


def function():
    pass


def attempt(call, *args):
    try:
        print re.sub('0x[0-9a-f]+', '0x', repr(call(*args)))
    except Exception as error:
        print '%s: %s' % (type(error).__name__, re.sub('0x[0-9a-f]+', '0x', str(error)))


for value in [Thing(), Slots(), Place(), Old(), Items(), function, Thing, Old, set(), Thing().double, 1, 'a', u'', None, [], {}, (), 1.5,
              len, ValueError(), slice(1)]:
    attempt(weakref.ref, value)
thing, old, call = Thing(), Old(), Callable()
r = weakref.ref(thing)
print r() is thing, weakref.ref(thing) is r, r == weakref.ref(thing), weakref.getweakrefcount(thing), weakref.getweakrefs(thing) == [r]
print hash(r) == hash(thing), weakref.getweakrefcount(3), weakref.getweakrefs(3), copy.copy(r) is r, copy.deepcopy([r])[0] is r
p = weakref.proxy(thing)
print p.x, p.double(), len(p), p[4], p + 1, p.__class__.__name__, isinstance(p, Thing), weakref.proxy(call)(1, 2), weakref.proxy(thing) is p
p.y = 7
print thing.y
del p.y
print hasattr(thing, 'y'), isinstance(p, weakref.ProxyType)
keys = weakref.WeakKeyDictionary()
keys[thing] = 1
keys[old] = 2
print len(keys), keys[thing], thing in keys, 3 in keys, keys.get(call), sorted(keys.values()), keys.has_key(old), keys.keys()[0] in (thing, old)
print keys.pop(thing), keys.pop(thing, 9), keys.setdefault(call, []), len(keys.keyrefs()), len(keys.copy())
values = weakref.WeakValueDictionary(a=thing)
values['b'] = old
print len(values), values['a'] is thing, 'a' in values, values.get('z'), sorted(values.keys()), sorted(values), len(values.valuerefs())
print values.pop('a') is thing, sorted(values.iterkeys()), values.setdefault('b', thing) is old
members = weakref.WeakSet([thing])
members.add(old)
print len(members), thing in members, 3 in members, len(members | weakref.WeakSet([call])), members == weakref.WeakSet([old, thing])
attempt(weakref.proxy, 3)

attempt(lambda: p.nothing)

attempt(keys.__setitem__, 3, 4)
attempt(keys.get, 3)
attempt(values.__setitem__, 'k', 4)
attempt(values.pop, 'zz')
attempt(weakref.WeakValueDictionary, 1, 2)
attempt(members.add, 3)
members.clear()
attempt(members.pop)
attempt(weakref.ref)
