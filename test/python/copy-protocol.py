"""How copy and deepcopy make an object again: __reduce_ex__(2) and what else it may define."""
import copy
import copy_reg


class Loud(object):
    def __new__(cls, *args):
        print '__new__', args
        return object.__new__(cls)

    def __getnewargs__(self):
        return ([1],)

    def __getstate__(self):
        print '__getstate__'
        return {'x': [self.x]}

    def __setstate__(self, state):
        print '__setstate__', state
        self.x = state['x'][0]


class Slots(object):
    __slots__ = ['a', 'b']


class SlotsAndDict(Slots):
    pass


class Reduced(object):
    def __reduce__(self):
        print '__reduce__'
        return Reduced, (), {'state': [1]}, None, None


class Singleton(object):
    def __reduce__(self):
        return 'Singleton'


class Own(object):
    def __copy__(self):
        return 'copied'

    def __deepcopy__(self, memo):
        return ['deeply', type(memo)]


class Items(list):
    def append(self, item):
        print 'append', item
        list.append(self, item)


class Entries(dict):
    def __setitem__(self, key, value):
        print '__setitem__', key
        dict.__setitem__(self, key, value)


class Old:
    def __init__(self, *args):
        print 'Old', args

    def __getinitargs__(self):
        return ([2],)


loud = Loud()
loud.x = 'x'
for function in copy.copy, copy.deepcopy:
    print function.__name__
    print function(loud).x
    slots = SlotsAndDict()
    slots.a, slots.c = [1], [2]
    again = function(slots)
    print again.a, again.c, again.a is slots.a, hasattr(again, 'b')
    print function(Reduced()).state
    single = Singleton()
    print function(single) is single, function(Own())
    items = Items([1, [2]])
    items.name = 'n'
    print function(items), function(items).name, function(items)[1] is items[1]
    print function(Entries(a=1))
    function(Old())
    for value in 1, 'a', (1, 2), len, Old, int, None, xrange(3), Ellipsis, 2.5, frozenset([1]), lambda: 1:
        print function(value) is value,
    print function(bytearray('ab')), function(set([1])), function(slice(1, 2)), function(ValueError('a', [1])).args
    print [function(value) == value for value in ({1: [2]}, [(1, [2])], ([],), {'a': (1,)})]

part = [1]
whole = [part, part, (part,), {'p': part}]
again = copy.deepcopy(whole)
print again, again[0] is again[1] is again[2][0] is again[3]['p'], again[0] is part
whole.append(whole)
again = copy.deepcopy(whole)
print again[4] is again
memo = {}
print copy.deepcopy([part], memo), memo[id(part)] == part, memo[id(part)] is part

copy_reg.pickle(Singleton, lambda single: (list, ([7],)))
print copy.copy(Singleton()), copy.deepcopy([Singleton()])
