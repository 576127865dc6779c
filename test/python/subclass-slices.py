"""Slices and walks of subclasses: what a learner's `__getitem__` answers, and what the built-in slice methods answer."""
class Items(list):
    def __getitem__(self, at): return 'item', at
    def __setitem__(self, at, value): print 'set', at
class Text(str):
    def __getitem__(self, at):
        if at > 1: raise IndexError(at)
        return 'char %d' % at
class Lengthy(list):
    def __len__(self):
        print 'asked'
        return 2
    def __iter__(self): return iter('xy')
a = Items([1, 2, 3])
print a[0], a[1:2], a[:], a[None:2], a[::2]
a[1:2] = [7, 8]
a[0] = 5
del a[0:1]
print list.__repr__(a)
print list(Text('abc')), Text('abc')[1:], tuple(Text('ab')), [c for c in Text('ab')]
print list(Lengthy()), map(None, Lengthy()), sorted(Lengthy()), list(reversed([1, 2]))
e = ValueError('a', 'b', 'c')
print e[0], e[1:]
for call in (lambda: e['a'], lambda: e[::2], lambda: Items().__len__(1)):
    try:
        print call()
    except TypeError as error:
        print error
class Setter(object):
    def __setitem__(self, at, value): pass
class Deleter(object):
    def __delitem__(self, at): pass
try:
    Deleter()[0] = 1
except AttributeError as error:
    print error
try:
    del (1.5)[0]
except TypeError as error:
    print error
b = [1, 2]
try:
    b[::2] = 5
except TypeError as error:
    print error
del Setter()[0]
