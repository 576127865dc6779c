# Descriptors that only delete are data descriptors too.
class Gone(object):
    def __delete__(self, instance):
        print 'gone'


class Owner(object):
    part = Gone()


class Meta(type):
    level = property(lambda cls: 7, lambda cls, value: type.__setattr__(cls, 'kept', value))


class Made(object):
    __metaclass__ = Meta


class Teller(object):
    def __get__(self, instance, owner):
        return instance is None, owner.__name__


class Old:
    told = Teller()


o = Owner()
o.__dict__['part'] = 1
del o.part
print type(o.part).__name__, o.__dict__
Made.level = 3
print Made.level, Made.kept, 'level' in Made.__dict__, Old.told, Old().told
del o.__dict__
print o.__dict__
o.part = 5
