"""Empty matches: what findall, split and sub make of them."""
import re

print re.findall('x*', 'axb'), re.findall('', 'ab'), re.findall(r'\b', 'ab cd'), re.findall('a|', 'ba')
print [m.span() for m in re.finditer('x*', 'axxb')], [m.span() for m in re.finditer('$', 'a\n')]
print re.split('x*', 'axbc'), re.split('(x*)', 'axbc'), re.split('', 'abc'), re.split(r'\b', 'a b')
print re.sub('x*', '-', 'abxd'), re.sub('', '-', 'abc'), re.subn('x*', '-', 'abxd'), re.sub('x*', '-', 'abxd', 2)
print re.sub('(?=b)', '<', 'abab'), re.sub('^', '> ', 'a\nb'), re.sub('(?m)^', '> ', 'a\nb'), re.sub('$', '.', 'a\n')
print re.split(r'\W+', 'Words, words, words.'), re.split(r'(\W+)', 'Words, words.'), re.split(r'\W+', 'a, b, c', 1)
print re.split('(-)|(,)', 'a-b,c'), re.split('-', 'a-b-c', maxsplit=-1), re.split('-', '')
print re.findall('(a)(x)?', 'aax'), re.findall('((a)|b)', 'ab')
print re.sub('x', '-', 'abc'), re.subn('b*', '', 'abc'), re.sub('.*', 'x', 'abc')
