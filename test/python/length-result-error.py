# What __len__ may return.
class Sized(object):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


for n in 3, True, 2L, -1, 'a', None, 2 ** 70:
    for f in len, bool:
        try:
            print f(Sized(n)),
        except (TypeError, ValueError, OverflowError), error:
            print type(error).__name__, error,
    print
if Sized(-1):
    pass
