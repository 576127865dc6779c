"""What is wrong with a pattern."""
import re

for pattern in [
        '*', '+a', '?', '|*', '(*)', '^*', r'\b+', '(?i)*', '{1}', 'a**', 'a+*', 'a*??', 'a{2}{3}', 'a*(?#c)*', 'a{3,2}', '(', '(a', '((a)', ')', 'a)',
        '(?:', '(?=a', '(?#a', '[', '[a', '[]', '[^]', '[a-', '[b-a]', r'[\d-a]', r'[a-\d]', 'a\\', '[\\', r'\1', r'(a)\2', r'(a\1)', r'\8', r'\12',
        r'\x', r'\x1', r'[\x1]', r'[\8]', '(?', '(?P', '(?P<', '(?P<a', '(?P<>a)', '(?P<1>a)', '(?P<a b>c)', '(?P=a)', '(?P=1)', '(?P=', '(?Pa)', '(?>a)',
        '(?<a)', '(?P<a>b)(?P<a>c)', '(?(a)b)', '(?(1', '(?()a)', '(?(1a)b)', '(a)(?(1)b|c|d)', '(a)(?(2)b)', '(?(-1)a)', 'a{4294967295}', '(a)' * 100]:
    try:
        re.compile(pattern)
        print pattern, 'is fine'
    except Exception as error:
        print pattern[:20], '->', type(error).__name__, error
print re.error, re.error.__bases__, repr(re.error('a'))
for pattern in ['a{}', 'a{1', 'a{,}', '{', 'x{1,y}', '(?:a*)*', '()*', '(?=a)*', '[]a]', '[a-]', '[--a]', '(?(1)a)', '(?(0)a|b)', ']', '}', r'\08', r'\400']:
    print pattern, re.compile(pattern).groups,
print
try:
    re.template('a*')
except re.error as error:
    raise ValueError('not a template: %s' % error)
