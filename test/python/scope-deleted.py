# del removes a name.
x = 1
del x
try:
    print x
except NameError, e:
    print e
def f():
    y = 1
    del y
    return y
print f()
