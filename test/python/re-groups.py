"""Groups: by number and by name, references to them, and choices."""
import re

m = re.match(r'(\w+) (?P<last>\w+)', 'Ada Lovelace!')
print m.group(), m.group(0), m.group(1), m.group('last'), m.group(2, 1, 'last')
print m.groups(), m.groupdict(), m.lastindex, m.lastgroup
print m.span(), m.span(1), m.start('last'), m.end(2), m.regs
print re.match(r'(a)(b)?', 'a').groups(), re.match(r'(a)(b)?', 'a').groups('none'), re.match(r'(a)(b)?', 'a').span(2)
print re.match(r'((a)|(b))*', 'ab').groups()
print re.match(r'(?:(a)|b)*', 'ab').groups()
print re.findall(r'(\w)\1', 'hello bookkeeper')
print re.findall(r'(?P<q>[\'"])(.*?)(?P=q)', '"it\'s" \'so\'')
print [re.match(r'(<)?\w+(?(1)>|$)', text) is not None for text in ('<a>', 'a', '<a', 'a>')]
print [re.match(r'(?P<b>\()?x(?(b)\))$', text) is not None for text in ('(x)', 'x', '(x', 'x)')]
print re.match(r'(a*)(a|b)*(b*)', 'aaabbb').groups()
print re.match(r'(?i)(a)\1', 'aA').group()
print re.match(r'((a)(b))', 'ab').lastindex, re.match(r'(a)(b)', 'ab').lastindex, re.match('a', 'a').lastindex
print re.match(r'(?P<outer>(?P<inner>a))', 'a').lastgroup
print re.search(r'(?!(a)b)c', 'ac').groups()
print re.findall(r'(a)(b)?', 'aab'), re.findall(r'(a)|b', 'ab')
print re.compile(r'(?P<year>\d+)-(?P<month>\d+)').groupindex == {'year': 1, 'month': 2}
print re.match('(a)' * 12 + r'\12', 'a' * 13).end()
