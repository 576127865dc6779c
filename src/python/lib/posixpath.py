"""`os.path`: what can be said of a path by its text, and what it leads to on the server's disk."""

import _files
import posix

curdir, pardir, extsep, sep, pathsep = '.', '..', '.', '/', ':'
altsep = None
defpath, devnull = ':/bin:/usr/bin', '/dev/null'


def normcase(path):
    return path


def isabs(path):
    return path.startswith('/')


def join(a, *more):
    """The parts with one slash between them; a part that begins with a slash begins anew."""
    path = a
    for part in more:
        if part.startswith('/'):
            path = part
        elif path == '' or path.endswith('/'):
            path += part
        else:
            path += '/' + part
    return path


def split(path):
    """(what comes before the last slash, what comes after it)"""
    at = path.rfind('/') + 1
    head = path[:at]
    return head.rstrip('/') or head, path[at:]


def splitext(path):
    """(path without extension, extension); dots at the beginning of a name are part of it."""
    name = path.rfind('/') + 1
    dot = path.rfind('.')
    if dot < name or not path[name:dot].strip('.'):
        return path, ''
    return path[:dot], path[dot:]


def splitdrive(path):
    return '', path


def basename(path):
    return split(path)[1]


def dirname(path):
    return split(path)[0]


def commonprefix(m):
    """The longest text that all begin with."""
    if not m:
        return ''
    first, last = min(m), max(m)
    for at, c in enumerate(first):
        if c != last[at]:
            return first[:at]
    return first


def normpath(path):
    """The shortest path that says the same."""
    root = '//' if path.startswith('//') and not path.startswith('///') else '/' if path.startswith('/') else ''
    kept = []
    for part in path.split('/'):
        if part in ('', '.'):
            continue
        if part != '..' or not root and (not kept or kept[-1] == '..'):
            kept.append(part)
        elif kept:
            kept.pop()
    return root + '/'.join(kept) or '.'


def abspath(path):
    return normpath(join(_files.absolute('.'), path))


realpath = abspath


def relpath(path, start=curdir):
    if not path:
        raise ValueError('no path specified')
    there = [part for part in abspath(path).split('/') if part]
    here = [part for part in abspath(start).split('/') if part]
    shared = len(commonprefix([there, here]))
    return join(*[pardir] * (len(here) - shared) + there[shared:] or [curdir])


def expanduser(path):
    """`~` is $HOME. NOT-PYTHON: no users are known by name."""
    if not path.startswith('~'):
        return path
    rest = path[1:]
    home = posix.environ.get('HOME')
    if home is None or rest and not rest.startswith('/'):
        return path
    return home.rstrip('/') + rest or '/'


def expandvars(path):
    """`$name` and `${name}` are what the environment says; unknown ones stay."""
    if '$' not in path:
        return path
    shown, rest = '', path
    while '$' in rest:
        before, rest = rest.split('$', 1)
        shown += before
        if rest.startswith('{') and '}' in rest:
            name = rest[1:rest.index('}')]
            whole = '{' + name + '}'
        else:
            length = 0
            while length < len(rest) and (rest[length].isalnum() or rest[length] == '_') and ord(rest[length]) < 128:
                length += 1
            name = whole = rest[:length]
        shown += posix.environ.get(name, '$' + whole)
        rest = rest[len(whole):]
    return shown + rest


def exists(path):
    return _found(path) is not None


lexists = exists


def isfile(path):
    return bool(_found(path))


def isdir(s):
    return _found(s) == ()


def _found(path):
    return _files.look(posix._text(path))


def islink(path):
    return False


def ismount(path):
    return normpath(path) == '/'


def getsize(filename):
    return posix.stat(filename).st_size


def getmtime(filename):
    return posix.stat(filename).st_mtime


def getatime(filename):
    return posix.stat(filename).st_atime


def getctime(filename):
    return posix.stat(filename).st_ctime


def samefile(f1, f2):
    return samestat(posix.stat(f1), posix.stat(f2))


def sameopenfile(fp1, fp2):
    return samestat(posix.fstat(fp1), posix.fstat(fp2))


def samestat(s1, s2):
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


supports_unicode_filenames = False


def walk(top, func, arg):
    """Calls `func(arg, folder, names)` for `top` and every folder below it; it may change the names."""
    try:
        names = posix.listdir(top)
    except OSError:
        return
    func(arg, top, names)
    for name in names:
        inner = join(top, name)
        if isdir(inner):
            walk(inner, func, arg)
