# traceback.format_exception_only: names, messages, and the place of a SyntaxError.
import sys
import traceback


class Unprintable(Exception):
    def __str__(self):
        raise KeyError


class Old:
    def __str__(self):
        return 'old'


for etype, value in [(None, None), (ValueError, None), (ValueError, ValueError()), (ValueError, ValueError('a', 2)),
                     (ValueError, 'text'), ('string', 3), ('string', None), (KeyError, KeyError('k')),
                     (Unprintable, Unprintable()), (Old, Old()), (UnicodeError, UnicodeError(u'\xe9')),
                     (IOError, IOError(2, 'x', 'f')), (SystemExit, SystemExit(3)), (int, 3),
                     (SyntaxError, SyntaxError('msg')), (SyntaxError, SyntaxError('msg', ('f.py', 3, 5, '  a = = 3\n'))),
                     (SyntaxError, SyntaxError('msg', (None, 3, None, 'x'))),
                     (SyntaxError, SyntaxError('msg', ('f', 1, 100, '\tab\tc'))),
                     (SyntaxError, SyntaxError('msg', ('f', 1, 0, 'abc')))]:
    print traceback.format_exception_only(etype, value)

for source in ['a = = 3', 'def f(:\n', 'x = (1,\n', 'if 1:\nx', ' x', '"abc', 'return', 'f(a=1, 2)']:
    try:
        exec source
    except SyntaxError:
        print traceback.format_exception_only(*sys.exc_info()[:2])

try:
    exec 'if True print 1'
except SyntaxError:
    traceback.print_exc()
try:
    traceback.print_last()
except ValueError, e:
    print e
raise SyntaxError("mine", ("page.py", 7, 3, "x y\n"))
