"""A function that replaces must give a text."""
import re

word = re.compile(r'\w+')
print word.sub(lambda match: str(len(match.group())), 'one three')
print word.sub(lambda match: len(match.group()), 'one three')
