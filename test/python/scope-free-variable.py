# A free variable may be asked for before it has a value.
def outer():
    def inner():
        return value
    try:
        inner()
    except NameError, e:
        print e
    value = 1
    print inner()
outer()
class A:
    x = 1
    y = [x for i in range(2)]
    def get(self):
        return x
print A.y
A().get()
