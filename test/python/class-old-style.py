# Old-style classes: the default in Python 2.
class Animal:
    kind = "animal"
    def __init__(self, name):
        self.name = name
    def speak(self):
        return "%s the %s" % (self.name, self.kind)
class Dog(Animal):
    kind = "dog"
    def speak(self):
        return Animal.speak(self) + " barks"
d = Dog("Rex")
print d.speak(), d.kind, Animal("Tom").speak(), d.__class__, len(d.__class__.__bases__), isinstance(d, Animal), issubclass(Dog, Animal)
print sorted(d.__dict__.items()), hasattr(d, 'name'), hasattr(d, 'x'), getattr(d, 'x', 'default'), type(d), type(Dog)
d.kind = "puppy"
print d.kind, Dog.kind
del d.kind
print d.kind, Dog.__name__, str(Dog), callable(Dog), callable(d)
