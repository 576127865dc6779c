"""Pattern objects, and a TypeError at the end."""
import re

p = re.compile('(?P<x>a)(b)?', re.I)
print type(p), type(p).__name__, type(p).__module__, p.pattern, p.flags, p.groups, p.groupindex
print re.compile(p) is p, re.compile('(?P<x>a)(b)?', re.I) is p, p == re.compile('(?P<x>a)(b)?'), repr(p)[:30]
print p.match('xab', 1).span(), p.match('xab'), p.search('xxab', 1, 3).group(), p.match('a', -5).span(), p.search('a', 7)
print p.match(string='ab', pos=0, endpos=1).span(), p.findall('abA', 1), p.split('1ab2', 1), p.split(string='1a2', maxsplit=0)
print [m.group() for m in p.finditer('abAa')], type(p.finditer('a')), iter(p.finditer('a')).next().span()
s = p.scanner('aabAc')
print type(s), s.match().span(), s.search().span(), s.match().group(), s.match(), s.search(), s.pattern is p
print [name for name in dir(p) if not name.startswith('_')]
print [name for name in dir(p.match('a')) if not name.startswith('_')]
for f in (lambda: p.foo, lambda: setattr(p, 'foo', 1), lambda: p.match(), lambda: p.match(1), lambda: p.search(None), lambda: p.match('a', 'b'),
          lambda: p.sub('x'), lambda: p.sub(1, 'a'), lambda: p.sub('x', 'a', 1, 2), lambda: type(p)(), lambda: iter(p), lambda: p.__copy__(),
          lambda: p.__deepcopy__({}), lambda: re.compile(p, re.I), lambda: re.compile(5), lambda: re.compile(['a']), lambda: re.match('a', 5),
          lambda: re.split('-', 'a', '1')):
    try:
        print f()
    except Exception as error:
        print type(error).__name__, error
p.flags = 0
