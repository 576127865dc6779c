"""Whatever cPickle writes it reads again, from all protocols, and so does pickle."""
import cPickle
import collections
import datetime
import pickle
from StringIO import StringIO


class Shape(object):
    def __init__(self, *corners):
        self.corners = corners

    def __eq__(self, other):
        return self.corners == other.corners


Pair = collections.namedtuple('Pair', 'left right')
values = [
    range(300), dict.fromkeys(range(300)), [u'\u20ac' * 300, 'x' * 70000], 2 ** 3000, Shape((1, 2), (3, 4)), Pair(1, [2]),
    collections.OrderedDict([('b', 1), ('a', 2)]), collections.deque([1, 2], 3), collections.Counter('abca'),
    datetime.datetime(2024, 2, 29, 23, 59, 58, 7), datetime.timedelta(-1, 5), set('abc'), 1e-300, float('-inf'), complex(1, -2),
]
for protocol in 0, 1, 2:
    for writer in pickle, cPickle:
        for reader in pickle, cPickle:
            print [reader.loads(writer.dumps(value, protocol)) == value for value in values].count(True),
print
factory = cPickle.loads(cPickle.dumps(collections.defaultdict(list, a=[1])))
factory['b'].append(2)
print sorted(factory.items())
error = cPickle.loads(cPickle.dumps(IOError(2, 'No such file', 'x.txt')))
print type(error), error.args, error.errno, error.filename
print type(cPickle.Pickler()), type(cPickle.Unpickler(StringIO()))
pickler = cPickle.Pickler(2)
pickler.dump(1)
print repr(pickler.getvalue())
print cPickle.format_version, cPickle.compatible_formats, cPickle.HIGHEST_PROTOCOL
print issubclass(cPickle.BadPickleGet, cPickle.UnpicklingError), cPickle.UnpickleableError('x')
print cPickle.loads('\x80\x02]q\x01(K\x01K\x02e.'), cPickle.loads("cnowhere\nThing\n.")
