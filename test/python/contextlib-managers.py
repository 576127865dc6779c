"""Context managers from generators, `closing`, `nested`."""
from contextlib import closing, contextmanager, nested


@contextmanager
def tag(name, swallow=()):
    """Writes a tag around the block."""
    print '<%s>' % name
    try:
        yield name.upper()
    except swallow as error:
        print 'swallowed', error
    finally:
        print '</%s>' % name


print tag.__name__, tag.__doc__
with tag('a') as outer, tag('b'):
    print outer
with tag('c', ZeroDivisionError):
    1 / 0
print 'on'
with nested(tag('d'), tag('e')) as names:
    print names


class Door(object):
    def close(self):
        print 'closed'


with closing(Door()) as door:
    print type(door).__name__
try:
    with closing(Door()):
        raise ValueError('stuck')
except ValueError as error:
    print error
