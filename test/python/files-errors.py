# What opening and using files can go wrong with.
import os
name = 'files-errors.tmp'


def attempt(f, *args):
    try:
        print repr(f(*args))
    except Exception, e:
        print type(e).__name__, e, e.args, getattr(e, 'filename', '')


for args in ((name,), (name, 'r+'), ('nix/a.txt', 'w'), ('.',), ('.', 'w'), (name, 'x'), (name, ''), (name, 'Uw'),
             (name, 'rU'), (3,), ('a\0b',), ('',), (name, 3)):
    attempt(open, *args)

f = open(name, 'w')
for method in f.read, f.readline, f.readlines, f.next:
    attempt(method)
for value in 5, None, u'\xe9':
    attempt(f.write, value)
attempt(f.writelines, [1])
f.close()
for method in f.read, f.tell, f.next, f.flush, f.readline, f.truncate, f.__iter__, f.__enter__:
    attempt(method)
attempt(f.write, 'x')
attempt(f.seek, 0)
f = open(name)
attempt(f.write, 'x')
attempt(f.truncate)
attempt(f.seek, -5)
attempt(f.seek, 0, 9)
attempt(f.seek, 'a')
attempt(f.seek)
attempt(f.read, 'a')
attempt(f.read, 1, 2)
f.close()
attempt(open, name + '/x')
attempt(open, name + '/x', 'w')
os.remove(name)
try:
    with open(name, 'w') as f:
        1 / 0
finally:
    print f.closed
    os.remove(name)
