# string.Formatter: its parts, and a subclass that changes them.
from string import Formatter


def show(work):
    try:
        print repr(work())
    except Exception as error:
        print type(error).__name__, error


plain = Formatter()
show(lambda: plain.format('{0} {1!r} {name:>5}', 1, 'b', name='c'))
show(lambda: plain.format('{0[1]} {0[key]} {1.real}', {1: 'one', 'key': 'two'}, 3))
show(lambda: plain.format('{0:{1}}', 5, '04'))
show(lambda: plain.vformat('{{{x}}}', (), {'x': 1}))
for text in ('a{b!r:c}d{{e}}f', '{a:{b}}', '{}', '', '{', '}', '{a', '{a!}', '{a!rx}', '{a[b]}'):
    show(lambda: list(plain.parse(text)))
for text in ('{}', '{0.}', '{0[}', '{0[]}', '{0[0]x}', '{1}', '{missing}', '{0!x}', '{0:{1:{2:{3}}}}', '{0:q}'):
    show(lambda: plain.format(text, 5))
show(lambda: plain.get_field('0[1].real', ([5, 6],), {}))
show(lambda: plain.format())
show(lambda: plain.parse(5))


class Polite(Formatter):
    def get_value(self, key, args, keywords):
        if isinstance(key, str):
            return keywords.get(key, '(no %s)' % key)
        return Formatter.get_value(self, key, args, keywords)

    def convert_field(self, value, conversion):
        return value.upper() if conversion == 'u' else Formatter.convert_field(self, value, conversion)

    def check_unused_args(self, used, args, keywords):
        for place in range(len(args)):
            if place not in used:
                raise ValueError('argument %d is not used' % place)


print Polite().format('{who!u} and {whom}', who='ada')
print Polite().format('{0}', 1)
try:
    Polite().format('{0}', 1, 2)
except ValueError as error:
    print error
int(plain.format('{0}', 'x'))
