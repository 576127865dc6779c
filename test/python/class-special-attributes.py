# __getattr__ for what is missing, __setattr__ for everything.
class Proxy(object):
    def __init__(self):
        self.real = 1
    def __getattr__(self, name):
        if name.startswith("x"):
            return "made " + name
        raise AttributeError("no " + name)
    def __setattr__(self, name, value):
        print "set", name, value
        object.__setattr__(self, name, value)
    def __delattr__(self, name):
        print "del", name
p = Proxy()
p.other = 2
print p.real, p.xyz, hasattr(p, 'abc'), getattr(p, 'abc', 'default')
del p.foo
class Old:
    def __getattr__(self, name): return name * 2
print Old().ab
class Watch(object):
    def __getattribute__(self, name):
        print "ask", name,
        return object.__getattribute__(self, name)
    y = 3
print Watch().y
p.abc
