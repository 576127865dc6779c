"""A keyword argument that sub does not have."""
import re

print re.compile('a').sub('b', 'banana', count=2)
print re.compile('a').sub('b', 'banana', flags=re.I)
