"""What must or must not come before and after a match."""
import re

print re.findall(r'\w+(?=!)', 'un deux! trois!')
print re.findall(r'\b\w+\b(?!!)', 'un deux! trois!')
print re.findall(r'(?<=\$)\d+', '$12 15 $7')
print re.findall(r'(?<!\$)\b\d+', '$12 15 $7')
print re.findall(r'(?<=ab|cd)e', 'abe cde ace')
print re.sub(r'(?<=\d)(?=(?:\d{3})+$)', ',', '1234567')
print re.match(r'(?=(a+))a*b\1', 'aaabaaa').group(1)
print re.search(r'(?<=^a)b', 'ab').span(), re.search(r'(?<=a\b)', 'a b').span()
print re.search(r'(?!)', 'a'), re.search(r'(?=)', 'a').span()
print re.compile('(?<=a)b').match('ab', 1).span(), re.compile('^b').match('ab', 1)
print re.findall(r'(?m)^\w|\w$', 'un\ndeux\n'), re.findall(r'^\w|\w$', 'un\ndeux\n')
for pattern in r'(?<=a+)b', r'(?<!a|bc)d', r'(?<=a{1,2})', r'(?<a)', r'(?<=a':
    try:
        re.compile(pattern)
    except re.error as error:
        print pattern, '->', error
