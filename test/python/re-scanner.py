"""re.Scanner: a lexer from a list of patterns."""
import re

scanner = re.Scanner([
    (r'[a-zA-Z_]\w*', lambda s, text: ('name', text)),
    (r'\d+\.\d*', lambda s, text: ('float', float(text))),
    (r'\d+', lambda s, text: ('int', int(text))),
    (r'=|\+|-|\*|/', lambda s, text: 'op%s' % text),
    (r'\s+', None),
    (r';', 'end'),
])
print scanner.scan('sum = 3*foo + 312.50+bar;')
print scanner.scan('a = !b'), scanner.scan('')

def where(scanner, text):
    return scanner.match.span(), text

print re.Scanner([('[a-z]+', where), ('[^a-z]+', None)], re.I).scan('ab CD 12 ef')
print re.Scanner([('(a)', None)]).scan('aab')
