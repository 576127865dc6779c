"""The module `repr`: short texts of long values."""
import repr

print repr.repr(range(20)), repr.repr((1,)), repr.repr(set(range(9))), repr.repr(frozenset([1]))
print repr.repr('x' * 50), repr.repr(10 ** 60), repr.repr(dict.fromkeys(range(9), 'v'))
print repr.repr([[[[[[[1]]]]]]]), repr.repr({}), repr.repr([{1: {2: {3: {4: {5: {6: 7}}}}}}])


class Mine(repr.Repr):
    def repr_float(self, x, level):
        return '%.2f' % x


mine = Mine()
mine.maxlist = 2
print mine.repr([1.0 / 3, 2.5, 3.5])


class Broken:
    def __repr__(self):
        raise ValueError


print repr.repr(Broken())[:20]
