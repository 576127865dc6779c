# What is looked at first where a call has both *arguments and **keywords that are wrong.
def told(f):
    try:
        print f()
    except Exception, e:
        print type(e).__name__, e


def g(*a, **k):
    return a, sorted(k.items())


class Mapping(object):
    def keys(self):
        print 'keys',
        return ['x']
    def __getitem__(self, key): return 1


def walked():
    print 'walked',
    yield 1


told(lambda: g(*5, **{1: 2}))
told(lambda: g(*5, **6))
told(lambda: g(*walked(), **6))
told(lambda: g(*walked(), **{1: 2}))
told(lambda: g(*walked(), **{'x': 2}))
told(lambda: g(*walked(), **Mapping()))
told(lambda: g(*5, **Mapping()))
told(lambda: g(x=1, *walked(), **{'x': 2}))
told(lambda: g(x=1, *5, **{'x': 2}))
