# The print function says what its arguments must be.
from __future__ import print_function
import sys
print(1, u'b', sep=u'-', end='!\n', file=sys.stdout)
print(1, 2, sep=None, end=None, file=None)
for options in {'sep': 5}, {'end': 5}, {'foo': 1}, {'file': 5}:
    try:
        print(1, **options)
    except (TypeError, AttributeError), error:
        print(type(error).__name__, error)
print(1, 2, sep=3)
