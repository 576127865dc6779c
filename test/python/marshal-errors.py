"""What marshal refuses to write, and bytes that it cannot read."""
import marshal


class Thing(object):
    pass


def attempt(function, *args):
    try:
        print repr(function(*args))
    except Exception as error:
        print '%s: %s' % (type(error).__name__, error)


for value in Thing(), Thing, len, [Thing()], xrange(3), slice(1), NotImplemented, object(), (1, {2: Thing()}):
    attempt(marshal.dumps, value)
loop = []
loop.append(loop)
attempt(marshal.dumps, loop)
attempt(marshal.dumps, 1, 'x')
attempt(marshal.dump, 1, 2)
attempt(marshal.load, 2)
attempt(marshal.loads, 3)
attempt(marshal.loads, bytearray('N'))
for text in ['', 'x', 'i', '0', 's', 's\1\0\0\0', 's\xff\xff\xff\xff', '(', '(\1\0\0\0', '[\2\0\0\0N', '[\2\0\0\0N0', '<\1\0\0\x000', '{', '{N',
             '{0', '{NN0', 'l\1\0\0\0\0\0', 'l\1\0\0\0\xff\xff', 'f\1x', 'R\0\0\0\0', 'u\1\0\0\0\xff', '<\1\0\0\0[\0\0\0\0', '{[\0\0\0\0N0', '?',
             '(\xff\xff\xff\xff']:
    print repr(text),
    attempt(marshal.loads, text)
marshal.loads('[\1\0\0\0[\1\0\0\0')
