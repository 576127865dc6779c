"""Instances of old and new classes in pickles: what is called, and what is written."""
import pickle
import cPickle


class Old:
    def __init__(self):
        print 'Old.__init__'


class WithArguments:
    def __init__(self, *args):
        print 'WithArguments.__init__', args
        self.args = args

    def __getinitargs__(self):
        return self.args


class WithState:
    def __getstate__(self):
        return ['state', self.x]

    def __setstate__(self, state):
        print 'WithState.__setstate__', state
        self.x = state[1]


class New(object):
    def __init__(self):
        print 'New.__init__'


class Made(object):
    def __new__(cls, *args):
        print 'Made.__new__', args
        return object.__new__(cls)

    def __getnewargs__(self):
        return (1, 'two')


class Reduced(object):
    def __init__(self, *args):
        print 'Reduced.__init__', args

    def __reduce__(self):
        return Reduced, (1, 2), {'x': 3}


class ByProtocol(object):
    def __reduce_ex__(self, protocol):
        print 'ByProtocol.__reduce_ex__', protocol
        return 'singleton'


class Numbers(list):
    pass


class Names(dict):
    pass


class Slots(object):
    __slots__ = ['a', 'b']


class Word(str):
    pass


singleton = ByProtocol()
old, state, new, numbers, names, slots, word = Old(), WithState(), New(), Numbers([1, 2]), Names(a=1), Slots(), Word('hello')
old.x = state.x = new.x = numbers.x = word.x = 7
slots.a = 1
for value in old, WithArguments(1, 'b'), state, new, Made(), Reduced(), singleton, numbers, names, slots, word, Old, New:
    name = getattr(value, '__name__', None) or value.__class__.__name__
    for protocol in 0, 1, 2:
        try:
            text = pickle.dumps(value, protocol)
        except TypeError as error:
            print name, protocol, error
            continue
        print name, protocol, repr(text)
        for module in pickle, cPickle:
            again = module.loads(text)
            print '   ', getattr(again, '__name__', None) or again.__class__.__name__, getattr(again, 'x', None), again is value
