"""__divmod__ and three-part __pow__ may decline; then it is a TypeError."""


class Shy(object):
    def __divmod__(self, other):
        return NotImplemented

    def __pow__(self, other, modulo=None):
        return NotImplemented


class Kind(Shy):
    def __rdivmod__(self, other):
        return 'kind', other


print divmod(3, Kind()), divmod(Shy(), Kind())[0]
try:
    pow(Shy(), 2, 5)
except TypeError as error:
    print error
try:
    Shy() ** 2
except TypeError as error:
    print error
divmod(Shy(), 3)
