"""What cPickle says of objects that it cannot write, and of bytes that it cannot read."""
import cPickle
import re
import sys
from StringIO import StringIO


class Slots(object):
    __slots__ = ['a']


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
    for value in (lambda: 1, Slots(), make_class(), make_class()(), (x for x in ()), iter([]), NotImplemented, Ellipsis, type(None)):
        if not (protocol == 2 and isinstance(value, Slots)):
            attempt(cPickle.dumps, value, protocol)
attempt(cPickle.dumps, 1, 3)
attempt(cPickle.dumps, 1, 'x')
attempt(cPickle.dump, 1, 2)
attempt(cPickle.load, 2)
attempt(cPickle.loads, 3)
attempt(cPickle.Unpickler)
for text in ['', 'x', '.', 'N', 'g0\n.', 'I', 'Ix\n.', 'Fx\n.', 'Sx\n.', "S'x\n.", "S'x\\\n.", 'cnowhere\nbar\n.', 'csys\nbar\n.', 'P0\n.',
             'I0\nQ.', '\x80\x03N.', 'h\x00.', 't.', '\x82\x01.', '\x82\x00.', 'U\x05ab', '\xff', 'NNR.', 'N)R.', 'Nb.', 'NNa.', ']Na', '(o.',
             'N)\x81.', 'p0\n.', '2.', 'V\\u12\n.', 'X\x01\x00\x00\x00\xff.', "(S'a'\ni__builtin__\nint\n.", 'N0.', 'N00.', '(.']:
    print repr(text),
    attempt(cPickle.loads, text)
cPickle.loads('cos\nnothing_of_this_name\n.')
