"""After a future statement print is a name, and literals are unicode."""
from __future__ import division, absolute_import
from __future__ import print_function, unicode_literals; print('a', file=b)
import c
from d import e
print = print(b'bytes', r'raw', 'text \u0041')
a / b
a /= b
