# object.__new__ takes no further arguments when nobody else does.
class Both(object):
    def __new__(cls, *args):
        return object.__new__(cls, *args)

    def __init__(self, *args):
        print 'init', args


class Alone(object):
    def __new__(cls, *args):
        return object.__new__(cls, *args)


Both(1, 2)
print type(Alone()).__name__
Alone(1)
