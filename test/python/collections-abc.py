# The abstract base classes of collections: what a class gets from them, and who belongs to them.
from collections import *


class Alphabet(Mapping):
    def __getitem__(self, key):
        return {'a': 1, 'b': 2}[key]

    def __iter__(self):
        return iter('ab')

    def __len__(self):
        return 2


letters = Alphabet()
print letters.keys(), letters.items(), letters.get('z', 'none'), 'a' in letters
print letters == {'a': 1, 'b': 2}, letters != {}, list(letters.itervalues())
print ('a', 1) in ItemsView(letters), 2 in ValuesView(letters), sorted(KeysView(letters) | ['z'])


class Store(MutableMapping):
    def __init__(self):
        self.inside = {}

    def __getitem__(self, key):
        return self.inside[key]

    def __setitem__(self, key, value):
        self.inside[key] = value

    def __delitem__(self, key):
        del self.inside[key]

    def __iter__(self):
        return iter(sorted(self.inside))

    def __len__(self):
        return len(self.inside)


store = Store()
store.update([('x', 1)], y=2)
print store.setdefault('z', 3), store.pop('x'), store.pop('x', None), store.items(), store.popitem()
store.clear()
print len(store), bool(store)


class Bag(MutableSet):
    def __init__(self, values=()):
        self.values = []
        for value in values:
            self.add(value)

    def __contains__(self, value):
        return value in self.values

    def __iter__(self):
        return iter(self.values)

    def __len__(self):
        return len(self.values)

    def add(self, value):
        if value not in self.values:
            self.values.append(value)

    def discard(self, value):
        if value in self.values:
            self.values.remove(value)

    def __repr__(self):
        return 'Bag(%r)' % self.values


bag = Bag([1, 2, 3])
print bag & [2, 3, 4], bag | [4], bag - Bag([1]), bag ^ [3, 4], bag <= Bag([3, 2, 1]), bag.isdisjoint([9])
bag |= [5]
bag -= [1]
print bag, bag.pop(), bag, bag == set([3, 5])


class Row(Sequence):
    def __init__(self, text):
        self.text = text

    def __getitem__(self, index):
        return self.text[index]

    def __len__(self):
        return len(self.text)


row = Row('banana')
print list(row), 'n' in row, row.index('n'), row.count('a'), list(reversed(row))

for kind in (Hashable, Iterable, Sized, Container, Callable, Sequence, MutableSequence, Set, Mapping, Iterator):
    print kind.__name__, [type(value).__name__ for value in (1, 'a', u'b', [], (), {}, set(), iter([]), len, row, None)
                          if isinstance(value, kind)]


class Old:
    def __len__(self):
        return 0


print isinstance(Old(), Sized), isinstance(Old(), Container), issubclass(OrderedDict, MutableMapping)
Sequence.register(Old)
print isinstance(Old(), Sequence)
try:
    store.pop('nothing')
except KeyError as error:
    print 'KeyError', error
try:
    bag.remove(99)
except KeyError as error:
    print 'KeyError', error


class Half(MutableMapping):
    def __getitem__(self, key):
        return key


Half()
