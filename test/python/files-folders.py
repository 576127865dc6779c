# Folders and what can be asked of files.
import os
top = 'files-folders.tmp'


def attempt(f, *args):
    try:
        print repr(f(*args))
    except OSError, e:
        print e, e.errno, e.strerror, e.filename


os.mkdir(top)
here = os.path.join(top, '')
open(here + 'b.txt', 'w').write('12345')
open(here + 'a.txt', 'w').close()
print os.path.exists(here + 'a.txt'), os.path.exists(here + 'nix'), os.path.exists(top), os.path.isfile(here + 'b.txt')
print os.path.isdir(here + 'a.txt'), os.path.isdir(top), os.path.getsize(here + 'b.txt'), os.stat(here + 'b.txt').st_size
print sorted(os.listdir(top))
attempt(os.mkdir, top)
attempt(os.mkdir, here + 'x/y')
attempt(os.listdir, here + 'nix')
attempt(os.listdir, here + 'a.txt')
attempt(os.rmdir, top)
attempt(os.remove, top)
attempt(os.remove, here + 'nix')
attempt(os.rmdir, here + 'nix')
attempt(os.rmdir, here + 'a.txt')
attempt(os.makedirs, here + 'p/q/r')
attempt(os.makedirs, here + 'p/q')
attempt(os.path.isdir, here + 'p/q')
attempt(os.rename, here + 'b.txt', here + 'p/q/z')
attempt(os.rename, here + 'nix', here + 'z')
print os.path.exists(here + 'b.txt'), open(here + 'p/q/../q/./z').read()
attempt(os.path.getsize, here + 'nix')
attempt(os.stat, here + 'nix')
attempt(os.mkdir, here + 'a.txt')
print os.strerror(2), os.path.exists(here + 'a.txt/x'), os.path.abspath('x') == os.path.join(os.getcwd(), 'x')
for path in 'a.txt', 'p/q/z':
    os.unlink(here + path)
for path in 'p/q/r', 'p/q', 'p', '':
    os.rmdir(here + path)
os.listdir(top)
