# An else without its if.
x = 1
else:
    print x
