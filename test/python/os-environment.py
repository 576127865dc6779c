# os: names, the environment, and paths that depend on it.
import os

print os.name, repr(os.linesep), os.sep, os.pathsep, os.curdir, os.pardir, os.extsep, os.altsep, os.devnull
print type(os.getpid()), len(os.urandom(5)), type(os.urandom(0)), os.path.__name__, os.F_OK, os.R_OK, os.SEEK_END
print os.environ.get('NO_SUCH'), os.getenv('NO_SUCH'), os.getenv('NO_SUCH', 3), 'NO_SUCH' in os.environ
os.environ['HOME'] = '/home/bob'
os.environ['AB'] = 'x/y'
print os.getenv('AB'), os.environ.has_key('AB'), os.environ.setdefault('AB', 'z'), type(os.environ), os.environ.copy()['AB']
for path in ['~', '~/a', 'a~', '$AB/c', '${AB}c', '$ABC', '$NO/$AB', '${NO', '$', '${}', 'a$', '~$AB']:
    print path, os.path.expanduser(path), os.path.expandvars(path)
print os.environ.pop('AB'), os.environ.get('AB'), os.path.expandvars('$AB')
del os.environ['HOME']
for attempt in (lambda: os.environ['NO_SUCH'], lambda: os.environ.pop('NO_SUCH'),
                lambda: os.environ.__setitem__('A', 3), lambda: os.environ.__delitem__('NO_SUCH')):
    try:
        attempt()
    except (KeyError, TypeError), e:
        print type(e).__name__, e
print os.path.relpath('/a/b/c', '/a/d'), os.path.relpath('a', 'b/c'), os.path.commonprefix(['/usr/lib', '/usr/local'])
print os.path.normpath('//a/./b/../../..//c/'), os.path.splitext('.bashrc'), os.path.splitext('a.tar.gz'), os.path.split('/a/b/')
print os.path.join('a', '/b', 'c'), os.path.join('a/', '', 'b'), os.path.abspath('/a/../b'), os.path.ismount('/')
try:
    os.path.relpath('')
except ValueError, e:
    print e
raise KeyError('GONE')
