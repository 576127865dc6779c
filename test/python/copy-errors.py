"""What cannot be copied: the errors of copy, deepcopy, __reduce__ and __reduce_ex__."""
import copy
import copy_reg
import sys


class Slots(object):
    __slots__ = ['a']


class BadArguments(object):
    def __getnewargs__(self):
        return [1]


class BadParts(object):
    def __reduce_ex__(self, protocol):
        return 3


class Short(object):
    def __reduce_ex__(self, protocol):
        return (list,)


class NoReduce(object):
    __reduce_ex__ = None
    __reduce__ = None


def attempt(function, *args):
    try:
        print repr(function(*args))
    except Exception as error:
        print '%s: %s' % (error.__class__.__name__, error)


for value in (x for x in ()), iter([]), NotImplemented, sys._getframe(), BadArguments(), BadParts(), Short(), NoReduce():
    attempt(copy.copy, value)
    attempt(copy.deepcopy, [value])
attempt(Slots().__reduce__)
attempt(Slots().__reduce_ex__, 1)
attempt(object().__reduce_ex__, 'x')
attempt(object.__reduce__)
attempt(copy_reg.pickle, Slots, 3)
attempt(copy_reg.constructor, 3)
attempt(copy_reg.add_extension, 'a', 'b', 0)
attempt(copy_reg.remove_extension, 'a', 'b', 3)


class Old:
    pass


attempt(copy_reg.pickle, Old, len)
copy_reg.add_extension('a', 'b', 3)
attempt(copy_reg.add_extension, 'a', 'b', 4)
attempt(copy_reg.add_extension, 'a', 'c', 3)
[].__reduce_ex__(1, 2)
