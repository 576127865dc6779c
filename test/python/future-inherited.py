# Texts inherit the features of the code that compiles them.
from __future__ import division, unicode_literals, absolute_import
print eval('1 / 2'), repr(eval("'a'")), eval(compile('1 / 2', '', 'eval')), eval(compile('1 / 2', '', 'eval', 0, 1))
exec "print 1 / 2, repr('b')"
print eval(compile('1 / 2', '', 'eval', 0x2000, True)), repr(eval(compile("'a'", '', 'eval', 0, True)))
print compile('import os', '', 'exec').co_flags & 0x4000 != 0, compile('import os', '', 'exec', 0, 1).co_flags & 0x4000 != 0
print compile('1', '', 'eval', 12345678)
