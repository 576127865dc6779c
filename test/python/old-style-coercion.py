# Old-style instances: __coerce__ goes before everything else.
class Number:
    def __init__(self, n):
        self.n = n

    def __coerce__(self, other):
        print 'coerce', other
        return self.n, other

    def __add__(self, other):
        return 'never'


n = Number(10)
print n + 1, 1 + n, n * 2.5, 100 / n, coerce(n, 7), n < 11, divmod(n, 3)


class Shy:
    def __coerce__(self, other):
        return None

    def __add__(self, other):
        return 'add'


print Shy() + 1


class Proxy:
    def __getattr__(self, name):
        print '?', name,
        raise AttributeError(name)


p = Proxy()
for act in 'p + 1', 'p[0]', '-p', 'unicode(p)[:9]', 'format(p)[:9]', 'len(p)', 'p[1:2]':
    try:
        print eval(act)
    except (AttributeError, TypeError), error:
        print type(error).__name__, error
print n + 'text'
