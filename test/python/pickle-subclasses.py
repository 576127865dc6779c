"""Pickles and copies of classes derived from the built-in types and from those of collections."""
import collections
import copy
import itertools
import pickle


class Complex(complex):
    pass


class Bytes(bytearray):
    pass


class Deque(collections.deque):
    pass


class Default(collections.defaultdict):
    pass


class Ordered(collections.OrderedDict):
    pass


class Items(set):
    pass


class Text(unicode):
    pass


class Meta(type):
    pass


class WithMeta(object):
    __metaclass__ = Meta


class Answering(object):
    def __init__(self):
        self.values = {}

    def __getattr__(self, name):
        return self.values[name]


values = [Complex(1, 2), Bytes('ab'), Deque([1, 2], 5), Default(int, {1: 2}), Ordered([(1, 2)]), Items([1]), Text(u'\xe9')]
for value in values:
    value.note = 'n'
    for protocol in 0, 2:
        text = pickle.dumps(value, protocol)
        again = pickle.loads(text)
        print repr(text), type(again).__name__, again == value, getattr(again, 'note', None)
    for function in copy.copy, copy.deepcopy:
        again = function(value)
        print type(again).__name__, again == value, getattr(again, 'note', None),
    print
print repr(pickle.dumps(WithMeta)), pickle.loads(pickle.dumps(WithMeta)) is WithMeta, type(pickle.loads(pickle.dumps(WithMeta(), 2)))
print copy.copy(Answering()).__dict__, copy.copy(itertools.count(3)).next()
try:
    pickle.loads(pickle.dumps(values[0], 2).replace('Complex', 'Nowhere'))
except AttributeError as error:
    print 'AttributeError:', error
