# Exceptions of one's own, with attributes and hierarchy.
class ShopError(Exception):
    pass
class OutOfStock(ShopError):
    def __init__(self, book, left=0):
        Exception.__init__(self, book, left)
        self.book = book
    def __str__(self):
        return "no more '%s'" % self.book
class OldError:
    def __str__(self): return "old-style"
try:
    raise OutOfStock("Candide")
except ShopError, e:
    print e, repr(e), e.args, e.book
try:
    raise OldError()
except OldError, e:
    print "caught", e
try:
    raise OldError
except Exception:
    print "not an Exception"
except:
    print "old-style ones are caught by a bare except"
raise OutOfStock, "Zadig"
