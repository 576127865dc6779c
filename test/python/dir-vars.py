# dir and vars list names.
class A:
    x = 1
    def m(self): pass
a = A()
a.y = 2
print dir(a), vars(a), [n for n in dir([]) if n.startswith("in")], dir(A)
def f(p, q=1):
    r = 2
    return sorted(locals().items()), dir()
print f(0)
print 'A' in dir(), [n for n in dir(__import__("math")) if n.startswith("at")]
