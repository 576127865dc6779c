"""A `with` whose `__enter__` fails is not entered: its `__exit__` is not called, that of an outer one is."""
class Manager(object):
    def __init__(self, name, fails=False):
        self.name, self.fails = name, fails
    def __enter__(self):
        print 'enter', self.name
        if self.fails:
            raise ValueError('no ' + self.name)
        return self
    def __exit__(self, kind, value, trace):
        print 'exit', self.name, kind and kind.__name__
        return self.name == 'swallows'
class Native(Manager):
    __enter__ = property(lambda self: int)
try:
    with Manager('a', True) as a:
        print 'not reached'
except ValueError as error:
    print 'caught', error
with Manager('swallows'):
    with Manager('inner', True):
        print 'not reached'
print 'after'
for round in range(2):
    try:
        with Manager('outer'), Manager('second', round == 1):
            print 'body', round
            continue
    except ValueError as error:
        print 'caught', error
def generator():
    with Manager('g'):
        with Manager('h', True):
            yield 1
try:
    next(generator())
except ValueError as error:
    print error
with Manager('last', True):
    pass
