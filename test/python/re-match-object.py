"""Match objects, and an IndexError at the end."""
import re

text = 'key = value'
m = re.compile(r'(?P<name>\w+)\s*=\s*(?P<value>\w+)(;)?').search(text, 0, 9)
print m.group(), m.pos, m.endpos, m.string is text, m.re.pattern, m.regs
print type(m), bool(m), m.groups(), m.groups(0), sorted(m.groupdict('?').items())
print m.start(), m.end(), m.span(), m.start(3), m.end(3), m.span(3), m.start('value')
print m.group(True), m.group(1L), m.group(), m.group(u'name')
for f in (lambda: m.foo, lambda: setattr(m, 'foo', 1), lambda: setattr(m, 'pos', 1), lambda: m[0], lambda: len(m), lambda: type(m)(),
          lambda: m.group('no'), lambda: m.group(-1), lambda: m.group(None), lambda: m.group(1.5), lambda: m.start(4),
          lambda: m.groups(1, 2), lambda: m.groups(foo=1), lambda: m.start(1, 2), lambda: m.expand(), lambda: m.span('no')):
    try:
        print f()
    except Exception as error:
        print type(error).__name__, error
print m.group(4)
