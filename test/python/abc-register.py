"""Classes that join an abstract base class without deriving from it, and a class that decides by itself."""
from abc import ABCMeta


class Number(object):
    __metaclass__ = ABCMeta


class Old:
    pass


Number.register(int)
Number.register(Old)
print isinstance(3, Number), isinstance('3', Number), isinstance(Old(), Number), isinstance(True, Number)
print issubclass(int, Number), issubclass(Old, Number), issubclass(str, (Number, unicode))


class Sized(object):
    __metaclass__ = ABCMeta

    @classmethod
    def __subclasshook__(cls, other):
        return hasattr(other, '__len__') or NotImplemented


print isinstance([], Sized), isinstance(3, Sized), issubclass(dict, Sized)
try:
    Number.register(3)
except TypeError as error:
    print error


class Small(Number):
    pass


print issubclass(Small, Number)
try:
    Small.register(Number)
except RuntimeError as error:
    print error
