# warnings: filters, actions, catch_warnings, and what is refused.
import sys
import warnings

print warnings.filters
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    warnings.warn('dep', DeprecationWarning)
    warnings.warn(UserWarning('inst'))
    warnings.warn(u'uni\xe9')
    for n in range(2):
        warnings.warn('twice')
    print len(seen), seen[0].message, seen[0].category, seen[0].filename, seen[0].lineno, seen[0].file, seen[0].line
    print seen[-1], repr(seen[2].message)


def shown(message, category, filename, lineno, file=None, line=None):
    print 'shown:', message, category, filename, lineno, file, line


warnings.showwarning = shown
warnings.resetwarnings()
print warnings.filters
warnings.filterwarnings('once', message='once')
for n in range(2):
    warnings.warn('once a')
warnings.warn('once a')
warnings.filterwarnings('module', 'mod')
for n in range(2):
    warnings.warn('mod a')
warnings.warn('mod a')
warnings.filterwarnings('error', module='no_such_module')
warnings.warn('not an error')
warnings.simplefilter('error', ImportWarning)
try:
    warnings.warn('refused', ImportWarning)
except ImportWarning, e:
    print type(e), e
for args in [('bad',), ('error', 3), ('error', '', int), ('error', '', 3), ('error', '', Warning, 3),
             ('error', '', Warning, '', -1)]:
    try:
        print warnings.filterwarnings(*args)
    except AssertionError, e:
        print e
guard = warnings.catch_warnings()
try:
    guard.__exit__()
except RuntimeError, e:
    print e
guard.__enter__()
try:
    guard.__enter__()
except RuntimeError, e:
    print e
print warnings.catch_warnings(record=True), warnings.catch_warnings(module=sys)
print warnings.formatwarning('m', UserWarning, 'f.py', 3, 'line'), warnings.formatwarning('m', UserWarning, __file__, 1),
print warnings.formatwarning('m', UserWarning, 'f.py', 3),
try:
    warnings.warn('a', int)
except ValueError, e:
    print e
warnings.filters[:] = [('zzz', None, Warning, None, 0)]
warnings.warn('a')
