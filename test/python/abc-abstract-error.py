"""A class that leaves methods to its subclasses cannot be instantiated."""
from abc import ABCMeta, abstractmethod, abstractproperty


class Shape(object):
    __metaclass__ = ABCMeta

    @abstractmethod
    def area(self):
        """How large it is."""

    @abstractproperty
    def name(self):
        """What it is called."""


class Square(Shape):
    name = 'square'

    def area(self):
        return 4


class Unnamed(Shape):
    def area(self):
        return 1


print Square().area(), sorted(Shape.__abstractmethods__), sorted(Unnamed.__abstractmethods__)
try:
    Unnamed()
except TypeError as error:
    print error
Shape()
