"""An IndexError for a group that the pattern does not have."""
import re

def year(text):
    found = re.match(r'(?P<day>\d+)/(?P<month>\d+)', text)
    return found.group('year')

print year('14/7')
