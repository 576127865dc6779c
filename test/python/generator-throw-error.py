# What throw() refuses.
def numbers():
    try:
        yield 1
    except ValueError, error:
        print 'caught', error
        yield 2


for args in (5,), ('text',), (ValueError, 1, 2), (ValueError('a'), 'b'), ():
    g = numbers()
    g.next()
    try:
        g.throw(*args)
    except TypeError, error:
        print error
g = numbers()
g.next()
print g.throw(ValueError, 'v')
g.throw(KeyError('k'))
