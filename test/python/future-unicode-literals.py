# from __future__ import unicode_literals.
from __future__ import unicode_literals
print(repr("abc"), repr(b"abc"), repr('\u20ac'), type("").__name__)
