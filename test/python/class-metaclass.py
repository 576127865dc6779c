# A metaclass makes and watches classes.
class Meta(type):
    def __new__(meta, name, bases, namespace):
        namespace['tag'] = name.lower()
        return type.__new__(meta, name, bases, namespace)
    def shout(cls):
        return cls.__name__.upper()
class Thing(object):
    __metaclass__ = Meta
class Other(Thing): pass
print Thing.tag, Other.tag, Other.shout(), type(Other).__name__, type(Thing) is Meta
Made = type('Made', (Thing,), {'x': 1})
print Made.x, Made.tag, Made().__class__.__name__
def factory(name, bases, namespace):
    return "not a class: " + name
class Odd:
    __metaclass__ = factory
print Odd
