# getopt: short and long options, and what is refused.
import getopt

for args in [(['-a', '-b', 'v', 'x', '-c'], 'ab:c'), (['--foo', '--bar=3', 'y', '--', '-z'], '', ['foo', 'bar=', 'baz']),
             (['-bv'], 'b:'), (['-x'], 'a'), (['-b'], 'b:'), (['--fo'], '', ['foo']), (['--ba'], '', ['bar', 'baz']),
             (['--foo=3'], '', ['foo']), (['--bar'], '', ['bar=']), (['--nope'], '', ['x']), (['-'], 'a'), ([], ''),
             (['--bar', 'v'], '', ['bar=']), (['-ab', 'v'], 'ab:'), (['a', '-b'], 'b'), (['--foo'], '', 'foo'),
             (['--', 'x'], 'x'), (['--a=1'], '', ['a=', 'ab='])]:
    for f in (getopt.getopt, getopt.gnu_getopt):
        try:
            print f.__name__, f(*args)
        except getopt.GetoptError, e:
            print type(e), e, repr(e.opt), e.msg, e.args
print getopt.gnu_getopt(['a', '-b', 'c', '--', '-b'], 'b'), getopt.gnu_getopt(['a', '-b'], '+b')
raise getopt.error('option -q not recognized', 'q')
