"""persistent_id, copy_reg's functions and numbers, find_class, and one pickler for several objects."""
import copy_reg
import pickle
import cPickle
from StringIO import StringIO


class Point(object):
    def __init__(self, x, y):
        self.x, self.y = x, y


kept = {'origin': Point(0, 0)}


class Pickler(pickle.Pickler):
    def persistent_id(self, obj):
        for name in kept:
            if kept[name] is obj:
                return name


class Unpickler(pickle.Unpickler):
    def persistent_load(self, name):
        print 'persistent_load', name
        return kept[name]


for protocol in 0, 1, 2:
    file = StringIO()
    Pickler(file, protocol).dump([kept['origin'], 'text'])
    print repr(file.getvalue())
    file.seek(0)
    print Unpickler(file).load()[0] is kept['origin']

file = StringIO()
pickler = cPickle.Pickler(file, 2)
pickler.persistent_id = lambda obj: 'origin' if obj is kept['origin'] else None
pickler.dump((kept['origin'],))
unpickler = cPickle.Unpickler(StringIO(file.getvalue()))
unpickler.persistent_load = kept.get
print unpickler.load()[0] is kept['origin']


def take_apart(point):
    print 'take_apart'
    return Point, (point.x, point.y)


copy_reg.pickle(Point, take_apart)
for protocol in 0, 2:
    again = pickle.loads(pickle.dumps(Point(3, 4), protocol))
    print again.x, again.y

copy_reg.add_extension('__main__', 'Point', 300)
print repr(pickle.dumps(Point, 2)), repr(pickle.dumps(Point, 1)), pickle.loads(pickle.dumps(Point, 2)) is Point
copy_reg.remove_extension('__main__', 'Point', 300)
copy_reg.clear_extension_cache()

file = StringIO()
pickler = pickle.Pickler(file, 1)
text = ['shared']
pickler.dump(text)
pickler.dump(text)
pickler.clear_memo()
pickler.dump(text)
print repr(file.getvalue()), sorted(pickler.memo.values())
file.seek(0)
unpickler = pickle.Unpickler(file)
print unpickler.load(), unpickler.load(), unpickler.load()


class Careful(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError('%s.%s is forbidden' % (module, name))


try:
    Careful(StringIO(pickle.dumps(len))).load()
except pickle.UnpicklingError as error:
    print 'UnpicklingError:', error
try:
    Careful(StringIO(pickle.dumps([1, 'a']))).load()
except pickle.UnpicklingError as error:
    print 'UnpicklingError:', error
