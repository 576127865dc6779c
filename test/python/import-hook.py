# Import statements ask __builtin__.__import__, whatever it is.
import __builtin__
real = __builtin__.__import__


def spy(name, globals=None, locals=None, fromlist=None, level=-1):
    print name, fromlist, level
    return real(name, globals, locals, fromlist, level)


__builtin__.__import__ = spy
import sys
from sys import maxint, version as v
import sys as other
print other is sys
exec 'from __future__ import absolute_import\nimport sys'
__builtin__.__import__ = lambda *args: 'anything'
import something
print something
__builtin__.__import__ = real
import sys
for name, level in ('', -1), ('', 0):
    try:
        __import__(name, globals(), locals(), [], level)
    except ValueError, error:
        print error
