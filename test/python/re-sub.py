"""Replacing: by a text, by a template, by what a function gives."""
import re

print re.sub('[aeiou]', '*', 'replace me'), re.sub('[aeiou]', '*', 'replace me', 2), re.subn('z', 'y', 'abc')
print re.sub(r'(\w+) (\w+)', r'\2 \1', 'world hello'), re.sub(r'(?P<x>a)', r'[\g<x>\g<1>\g<0>]', 'ab')
print repr(re.sub('a', r'\n\t\\\a\101\0', 'a')), re.sub('a', r'\q\.\-', 'a'), repr(re.sub('(a)', r'\1\x41\1', 'a'))
print re.sub('(a)', r'\g<1>0', 'a'), repr(re.sub('(a)', r'\g< 1 >\g<01>', 'a')), repr(re.sub('a', r'\08\018', 'a'))
print re.sub('(.)', lambda m: m.group(1).upper() + str(m.start()), 'abc')
print repr(re.sub('a', lambda m: None, 'bab')), repr(re.sub('a', lambda m: u'x', 'bab')), re.sub('a', lambda m: '\\1', 'a')
print re.compile('a').sub('b', 'aaa', count=1), re.compile('a').subn(repl='b', string='aaa')
print re.match('(a)(b)?', 'ab').expand(r'\2\1\g<0>')
print re.escape('1+1=2?'), repr(re.escape('a\0_b')), re.findall(re.escape('[a.b]'), 'a.b [a.b]')

class Replacement(str):
    pass

print re.sub('a', Replacement('x'), 'banana'), re.sub('a', 'x', Replacement('banana'))
for template in r'\2', r'\3', r'\g<2>', r'\g<no>', r'\g<', r'\g', r'\g<>', r'\g<-1>', r'\g<1a>', '\\', r'\12', r'\g<9>':
    try:
        print re.sub('(a)(b)?', template, 'ac')
    except Exception as error:
        print template, '->', type(error).__name__, error
print re.sub('x', r'\7', 'no match, no harm')
try:
    re.compile('(a)(b)?').match('a').expand(5)
except TypeError as error:
    print error
