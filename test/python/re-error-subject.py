"""A TypeError for what is no text."""
import re

digits = re.compile(r'\d+')
print digits.findall('1 22 333')
print digits.findall(1022333)
