"""Flags, given as numbers or in the pattern."""
import re

print re.I, re.L, re.M, re.S, re.U, re.X, re.T, re.DEBUG
print re.findall('a', 'aAbB', re.I), re.findall('[a-b]', 'aAbBcC', re.IGNORECASE), re.findall('(?i)[^A]', 'aAb')
print re.findall('^.', 'ab\ncd', re.M), re.findall('^.', 'ab\ncd')
print re.findall('a.b', 'a\nb', re.S), re.findall('a.b', 'a\nb')
print re.findall(r'\w', 'a\xe9'), re.findall(r'\w', 'a\xe9', re.U), re.findall(r'\w', 'a\xe9', re.L)
print re.findall('\xe9', '\xe9\xc9', re.I), re.findall('\xe9', '\xe9\xc9', re.I | re.U)
print re.findall(r'''
    \d +    # digits
    [ ]     # a space stands for itself in a set
    \#      # and so does this
''', '12 # 3', re.X)
print re.findall('(?x) a b # c', 'ab a b'), re.findall('a b(?x)', 'ab a b')
print [re.compile(pattern).flags for pattern in ('a', '(?i)a', '(?imsx)a', u'a', u'(?u)a', 'a(?L)')]
print re.compile('(?i)a', re.M).flags, re.compile('a', re.I | re.S).flags
print re.findall('[Z-a]', 'zZaA^b', re.I), re.findall('[A-_]', 'a_b`', re.I)
print re.sub('a', 'x', 'aAa', flags=re.I), re.sub('a', 'x', 'aAa', 1), re.split('A', '1a2A3', flags=re.I)
for pattern in '(?z)', '(?i', '(?i-s)', '(?i:a)', '(?-i)':
    try:
        re.compile(pattern)
    except re.error as error:
        print pattern, '->', error
try:
    re.compile('a', 'i')
except TypeError as error:
    print error
