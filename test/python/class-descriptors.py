# A descriptor answers for an attribute.
class Typed(object):
    def __init__(self, name, kind):
        self.name, self.kind = name, kind
    def __get__(self, instance, owner):
        if instance is None:
            return "descriptor of " + owner.__name__
        return instance.__dict__.get(self.name, "unset")
    def __set__(self, instance, value):
        if not isinstance(value, self.kind):
            raise TypeError("%s must be %s" % (self.name, self.kind.__name__))
        instance.__dict__[self.name] = value
class Person(object):
    age = Typed("age", int)
p = Person()
print p.age, Person.age
p.age = 3
print p.age, p.__dict__
p.age = "three"
