# An old-style class among the bases of a new-style one comes with its own, depth first.
class Top:
    def who(self):
        return 'Top'

    def __repr__(self):
        return 'repr of Top'


class Left(Top):
    pass


class Right(Top):
    def who(self):
        return 'Right'


class New(object):
    def other(self):
        return 'New'


class Both(New, Left, Right):
    pass


class Turned(Left, Right, New):
    pass


b = Both()
print b.who(), b.other(), repr(b) == 'repr of Top', repr(Turned()), isinstance(b, Top), issubclass(Both, Right)
print [c.__name__ for c in Both.__mro__], [c.__name__ for c in Turned.__mro__]


class Clash(New, object, New):
    pass
