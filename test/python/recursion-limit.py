# Endless recursion is a RuntimeError that can be caught.
def down(n):
    return down(n + 1)
try:
    down(0)
except RuntimeError, e:
    print e
class Loop:
    def __getattr__(self, name):
        return getattr(self, name)
try:
    Loop().x
except RuntimeError, e:
    print str(e)[:32]
