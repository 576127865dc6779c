"""No match is None, which has no groups."""
import re

print re.match('b', 'abc')
print re.match('b', 'abc').group()
