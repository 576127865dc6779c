"""What pickle says of objects that it cannot write, and of bytes that it cannot read."""
import pickle
import re
import sys
from StringIO import StringIO


class Slots(object):
    __slots__ = ['a']


class Bad(object):
    parts = None

    def __reduce__(self):
        return self.parts


def make_class():
    class Local(object):
        pass
    return Local


def attempt(function, *args):
    try:
        print repr(function(*args))
    except Exception as error:
        print '%s: %s' % (error.__class__, re.sub('0x[0-9a-f]+', '0x', str(error)))


for protocol in 0, 1, 2:
    for value in (lambda: 1, Slots(), make_class(), make_class()(), sys, (x for x in ()), iter([]), NotImplemented, Ellipsis, type(None),
                  [].__len__, list.append):
        if value is not sys and not (protocol == 2 and isinstance(value, Slots)):
            attempt(pickle.dumps, value, protocol)
bad = Bad()
for bad.parts in 3, None, 'nowhere', (1,), (1, 2), (len, 2), (1, (2,)), (len, (), 1, 2, 3, 4):
    attempt(pickle.dumps, bad)
attempt(pickle.dumps, 1, 3)
attempt(pickle.dumps, 1, 'x')
attempt(pickle.dump, 1, 2)
attempt(pickle.load, 2)
attempt(pickle.loads, 3)
for text in ['', 'x', '.', 'N', 'g0\n.', 'I', 'Ix\n.', 'Fx\n.', 'Sx\n.', "S'x\n.", "S'x\\\n.", 'cnowhere\nbar\n.', 'csys\nbar\n.', 'P0\n.',
             'I0\nQ.', '\x80\x03N.', 'h\x00.', 't.', '\x82\x01.', 'U\x05ab', '\xff', "(dp0\nS'a'\ns.", 'NNR.', 'Nb.', 'NNa.', ']Na', '(o.',
             'p0\n.', 'V\\u12\n.', 'X\x01\x00\x00\x00\xff.', "(S'a'\ni__builtin__\nint\n."]:
    print repr(text),
    attempt(pickle.loads, text)
