# A parameter cannot be global too.
def f(a):
    global a
