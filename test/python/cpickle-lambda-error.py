"""A function without a name cannot be found again: PicklingError, with no level of cPickle in the traceback."""
import cPickle


def save(value):
    return cPickle.dumps(value, 2)


print repr(save({'a': [1, 2.5, None]}))
print save(lambda x: x)
