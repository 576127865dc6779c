# Inner functions see the outer's variables as they are when called.
def counter():
    n = [0]
    def up(by=1):
        n[0] += by
        return n[0]
    return up
a = counter(); b = counter()
print a(), a(), a(10), b()
fs = [lambda: i for i in range(3)]
print [f() for f in fs]
fs = [lambda i=i: i for i in range(3)]
print [f() for f in fs]
def outer(x):
    def middle():
        def inner():
            return x
        return inner
    x = x + 1
    return middle()()
print outer(1)
def adder(n):
    return lambda m: n + m
print adder(2)(3), map(adder(10), [1, 2]), outer.func_name
