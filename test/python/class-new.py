# __new__ makes the instance; __init__ runs when it is one of ours.
class Single(object):
    only = None
    def __new__(cls, *args):
        print "new", args,
        if cls.only is None:
            cls.only = object.__new__(cls)
        return cls.only
    def __init__(self, *args):
        print "init", args
print Single(1) is Single(2)
class Five(object):
    def __new__(cls): return 5
    def __init__(self): print "never"
print Five()
class Centimetres(float):
    def __new__(cls, inches): return float.__new__(cls, inches * 2.54)
print Centimetres(10), type(Centimetres(1)).__name__
class NoInit(object): pass
NoInit(3)
