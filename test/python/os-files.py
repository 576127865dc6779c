# os: folders and files, walking through them, errors with their numbers.
import os


def attempt(f, *args):
    try:
        print f.__name__, args, repr(f(*args))
    except (OSError, TypeError, ValueError), e:
        print f.__name__, args, type(e).__name__, e, getattr(e, 'errno', None), getattr(e, 'filename', None)


os.mkdir('osfiles')
attempt(os.mkdir, 'osfiles')
attempt(os.mkdir, 'osfiles/x/y')
attempt(os.makedirs, 'osfiles/a/b/c')
attempt(os.makedirs, 'osfiles/a/b/c')
attempt(os.makedirs, 'osfiles/a/b/d/')
open('osfiles/f.txt', 'w').write('hello')
open('osfiles/a/g.txt', 'w').write('g')
print sorted(os.listdir('osfiles')), sorted(os.listdir(u'osfiles/a/b'))
for name in ('osfiles/missing', 'osfiles/a', 'osfiles/f.txt'):
    attempt(os.listdir, name) if name[-1] != 'a' else None
    attempt(os.rmdir, name)
    attempt(os.remove, name) if name[-1] != 't' else None
attempt(os.listdir, 3)
for folder, folders, files in sorted(os.walk('osfiles')):
    print folder, sorted(folders), sorted(files)
print [found[0] for found in os.walk('osfiles/a', topdown=False)][-2:], list(os.walk('osfiles/missing'))
attempt(os.rename, 'osfiles/f.txt', 'osfiles/g.txt')
attempt(os.rename, 'osfiles/missing', 'osfiles/x')
attempt(os.rename, 'osfiles/g.txt', 'osfiles/a')
attempt(os.rename, 'osfiles/a', 'osfiles/g.txt')
attempt(os.rename, 'osfiles/a/b', 'osfiles/a/bb')
attempt(os.renames, 'osfiles/g.txt', 'osfiles/n/m/g.txt')
attempt(os.removedirs, 'osfiles/a/bb/c')
s = os.stat('osfiles/n/m/g.txt')
print s.st_size, s[6], oct(s.st_mode), len(s), type(s), type(s.st_mtime), type(s[8]), type(s.st_mode)
attempt(os.stat, 'osfiles/missing')
print os.access('osfiles/n', os.F_OK), os.access('osfiles/missing', os.R_OK), os.path.getsize('osfiles/n/m/g.txt')
print os.path.samefile('osfiles/n', 'osfiles/../osfiles/n/'), os.path.isdir('osfiles'), os.path.isfile('osfiles')
fd = os.open('osfiles/lock', os.O_CREAT | os.O_EXCL | os.O_RDWR)
print os.write(fd, 'held'), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 10), os.fstat(fd).st_size, os.close(fd)
attempt(os.open, 'osfiles/lock', os.O_CREAT | os.O_EXCL)
attempt(os.read, 99, 1)
seen = []
os.path.walk('osfiles', lambda arg, folder, names: arg.append((folder, sorted(names))), seen)
print sorted(seen)
for folder, folders, files in os.walk('osfiles', topdown=False):
    for name in files:
        os.remove(os.path.join(folder, name))
    os.rmdir(folder)
print os.path.exists('osfiles'), os.strerror(2), os.strerror(9999), os.error is OSError
attempt(os.getcwd().startswith, '/')
os.remove('osfiles')
