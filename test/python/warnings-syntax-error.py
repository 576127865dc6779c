# SyntaxWarnings that the filters make errors: what is found in names is a SyntaxError then, an assert stays a SyntaxWarning.
import warnings

warnings.simplefilter('error', SyntaxWarning)
for source in ('assert (1, 2)', 'x = 1\nglobal x', 'def f():\n    from string import *\n'):
    try:
        exec source
    except (SyntaxError, SyntaxWarning), e:
        print type(e).__name__, e
try:
    compile('x = 1\n\nassert (x, 2)', 'made.py', 'exec')
except SyntaxWarning, e:
    print e
warnings.simplefilter('error', UnicodeWarning)
try:
    print u'\xe9' == '\xe9'
except UnicodeWarning, e:
    print e
exec 'x = 1\nglobal x'
