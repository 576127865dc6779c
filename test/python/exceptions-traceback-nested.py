# The traceback lists every call, outermost first.
def a(x):
    return b(x) + 1
def b(x):
    y = x * 2
    return c(y)
class K:
    def method(self, v):
        return 10 / v
def c(z):
    return K().method(z - 4)
print a(5)
print a(2)
