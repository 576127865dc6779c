# Slices whose bounds are no numbers, or of something without a length.
class Both(object):
    def __getslice__(self, i, j):
        return 'slice', i, j

    def __getitem__(self, key):
        return 'item', key


class Old:
    def __getitem__(self, key):
        return key

    def __len__(self):
        return 10


class Index(object):
    def __index__(self):
        return 3


b = Both()
print b[1:2], b[-1:], b[:], b['a':], b[None:3], b[1.5:2], b[1:2:3], b[..., 1], b[1:2, 3], b[1L:2 ** 70], b[Index():]
o = Old()
print o[1:2], o[-1:], o['a':], o[:Index()], o[:]
print 'abcdef'[Index()], range(6)[Index():], 'ab' * Index(), [0][2 ** 70:], (1, 2, 3)[-2 ** 70:]
try:
    o[1:2] = 5
except AttributeError, error:
    print error
print 'abc'['a':]
