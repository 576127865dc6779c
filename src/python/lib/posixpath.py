"""`os.path`: what can be said of a path by its text, and what it leads to on the server's disk."""

import _files

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


def commonprefix(paths):
    """The longest text that all begin with."""
    if not paths:
        return ''
    first, last = min(paths), max(paths)
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
    return path


def expandvars(path):
    return path


def exists(path):
    return _files.look(path) is not None


lexists = exists


def isfile(path):
    return bool(_files.look(path))


def isdir(path):
    return _files.look(path) == ()


def islink(path):
    return False


def ismount(path):
    return normpath(path) == '/'


def getsize(path):
    return len(_found(path)[0])


def getmtime(path):
    return _found(path)[1]


getatime = getctime = getmtime


def _found(path):
    found = _files.look(path)
    if found is None:
        raise OSError(2, _files.strerror(2), path)
    return found or ('', 0.0)
