# inspect: kinds of values, arguments, members, documentation.
import inspect
import sys


def f(a, b=2, *args, **kw):
    """Doc of f.

        indented
      less
    """
    return a


class Old:
    "class doc"
    x = 1

    def m(self):
        pass


class New(object):
    __slots__ = ('slot',)

    @property
    def p(self):
        return 1

    @staticmethod
    def s():
        pass

    @classmethod
    def c(cls):
        pass

    def method(self, z=(1, 2)):
        return z


class Below(New):
    pass


def numbers():
    yield 1


short = lambda x, y=1: x
things = [f, Old, New, Old(), Old.m, Old().m, New.method, New().method, short, len, [].append, str.upper, int, sys, numbers,
          numbers(), sys._getframe(), f.func_code, New.__dict__['p'], New.slot, None, 3, 'abc']
for name in ['isfunction', 'ismethod', 'isclass', 'ismodule', 'isbuiltin', 'isroutine', 'isframe', 'iscode', 'istraceback',
             'isgenerator', 'isgeneratorfunction', 'ismethoddescriptor', 'isdatadescriptor', 'isabstract']:
    print name, [int(bool(getattr(inspect, name)(thing))) for thing in things]
for function in (f, short, New().method, numbers):
    print inspect.getargspec(function), inspect.formatargspec(*inspect.getargspec(function))
print inspect.formatargspec(['a', 'b'], 'v', 'k', ('x',), formatvalue=lambda v: '<%s>' % v)
print repr(inspect.getdoc(f)), inspect.getdoc(Old), inspect.getdoc(New), repr(inspect.cleandoc('a\n    b\n      c\n\n'))
print [name for name, _ in inspect.getmembers(New, inspect.ismethod)], inspect.getmembers(Old)[2:]
print inspect.getmro(Below), inspect.getmro(Old)[0] is Old
print [(each.name, each.kind) for each in inspect.classify_class_attrs(Below)
       if each.name in ('p', 's', 'c', 'method', 'slot')]
print inspect.getmodule(f).__name__, inspect.getmodulename('a/b.py'), inspect.getmodule(3)
print sorted(inspect.getcallargs(f, 1, 3, 4, w=5).items()), sorted(inspect.getcallargs(New().method).keys())
for args, keywords in [((), {}), ((1, 2, 3), {}), ((1,), {'z': 1}), ((1,), {'x': 1})]:
    try:
        print inspect.getcallargs(short, *args, **keywords)
    except TypeError, e:
        print e
for thing in (len, 3):
    for ask in (inspect.getargspec, inspect.getfile, inspect.getsource):
        try:
            print ask(thing)
        except TypeError, e:
            print e
short()
