# __getitem__, __setitem__, __delitem__, __len__, __contains__, __iter__, __call__.
class Shelf(object):
    def __init__(self): self.books = {}
    def __getitem__(self, k):
        print "get", k,
        return self.books[k]
    def __setitem__(self, k, v): self.books[k] = v
    def __delitem__(self, k): del self.books[k]
    def __len__(self): return len(self.books)
    def __contains__(self, k): return k in self.books
    def __iter__(self): return iter(sorted(self.books))
    def __call__(self, *a, **k): return a, k
s = Shelf()
s["a"] = 1; s["b"] = 2
print s["a"], len(s), "a" in s, "z" in s, list(s), s(1, x=2)
del s["a"]
print [k for k in s]
class Seq:
    def __getitem__(self, i):
        if isinstance(i, slice): return (i.start, i.stop, i.step)
        if i > 2: raise IndexError
        return i * i
print list(Seq()), 4 in Seq(), 5 in Seq(), Seq()[1:2:3], Seq()[::]
class OldSlice:
    def __getslice__(self, i, j): return "slice", i, j
print OldSlice()[1:2]
s["missing"]
