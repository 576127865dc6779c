"""`posix`: the files on the server's disk. CPython writes this in C; use `os`."""

import _files
from _files import strerror

F_OK, X_OK, W_OK, R_OK = 0, 1, 2, 4
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 0100, 0200, 01000, 02000
EX_OK = 0

environ = _files.environment()
_mask = [022]
# Open files by descriptor: [path, flags, position].
_opened = {}


def _text(path):
    """A path as bytes."""
    if isinstance(path, unicode):
        return path.encode('utf-8')
    if not isinstance(path, str):
        raise TypeError('coercing to Unicode: need string or buffer, %s found' % type(path).__name__)
    if '\0' in path:
        raise TypeError('stat() argument 1 must be encoded string without null bytes, not str')
    return path


def _failed(errno, path):
    if errno:
        raise OSError(errno, strerror(errno), path)


def _look(path):
    """What is there: (), of a folder, or (content, time of the last write)."""
    found = _files.look(_text(path))
    if found is None:
        _failed(20 if _files.look(_text(path) + '/..') else 2, path)
    return found


def getcwd():
    """The folder where relative paths begin: that of the page."""
    return _files.absolute('.')


def getcwdu():
    return getcwd().decode('utf-8')


def chdir(path):
    """NOT-PYTHON: a page's folder stays the one that it lies in."""
    if _look(path):
        _failed(20, path)
    if _files.absolute(_text(path)) != getcwd():
        _failed(_files.chdir(_text(path)), path)


def listdir(path):
    names = _files.listdir(_text(path))
    if names is None:
        _look(path)
        _failed(20, path)
    return [name.decode('utf-8') for name in names] if isinstance(path, unicode) else names


def mkdir(path, mode=0777):
    _failed(_files.mkdir(_text(path)), path)


def remove(path):
    _failed(_files.remove(_text(path), False), path)


unlink = remove


def rmdir(path):
    _failed(_files.remove(_text(path), True), path)


def rename(old, new):
    """Files at once; NOT-PYTHON: folders one file after the other."""
    old, new = _text(old), _text(new)
    errno = _files.rename(old, new)
    if errno == 2 and _files.look(old) == ():
        errno = _rename_folder(old, new)
    if errno:
        raise OSError(errno, strerror(errno))


def _rename_folder(old, new):
    there = _files.look(new)
    whole, target = _files.absolute(old), _files.absolute(new)
    if there:
        return 20
    if whole == target:
        return 0
    if (target + '/').startswith(whole + '/'):
        return 22
    if there is None:
        errno = _files.mkdir(new)
    else:
        errno = 39 if _files.listdir(new) else 0
    for name in [] if errno else _files.listdir(old):
        inner = old + '/' + name
        if _files.look(inner) == ():
            errno = errno or _rename_folder(inner, new + '/' + name)
        else:
            errno = errno or _files.rename(inner, new + '/' + name)
    return errno or _files.remove(old, True)


class stat_result(tuple):
    """What `stat` found: size, times, and whether it is a folder. NOT-PYTHON: it is a tuple, not only like one."""

    n_fields, n_sequence_fields, n_unnamed_fields = 16, 10, 3

    def __new__(cls, sequence):
        fields = tuple(sequence)
        if len(fields) < 10:
            raise TypeError('posix.stat_result() takes an at least 10-sequence (%d-sequence given)' % len(fields))
        self = tuple.__new__(cls, fields[:10])
        self._times = fields[10:13] if len(fields) >= 13 else fields[7:10]
        return self

    def __repr__(self):
        names = 'mode ino dev nlink uid gid size atime mtime ctime'.split()
        return 'posix.stat_result(%s)' % ', '.join(['st_%s=%r' % pair for pair in zip(names, self)])

    st_mode, st_ino, st_dev, st_nlink, st_uid, st_gid, st_size = [
        property(lambda self, at=at: self[at]) for at in range(7)]
    st_atime, st_mtime, st_ctime = [property(lambda self, at=at: self._times[at]) for at in range(3)]
    st_blksize = property(lambda self: 4096)
    st_blocks = property(lambda self: (self.st_size + 511) // 512)
    st_rdev = property(lambda self: 0)


# Shown by the name that CPython's type has.
del stat_result.__module__
stat_result.__name__ = 'posix.stat_result'


def stat(path):
    return _stat(_look(_text(path)), path)


lstat = stat


def _stat(found, path):
    content, time = found or ('', 0.0)
    mode, links, size = (0100644, 1, len(content)) if found else (040755, 2, 4096)
    inode = 0
    for c in _files.absolute(_text(path)):
        inode = (inode * 131 + ord(c)) % 4294967291
    return stat_result((mode, inode, 1, links, 0, 0, size) + (int(time),) * 3 + (time,) * 3)


def access(path, mode):
    """Every file may be read and written, none be run."""
    found = _files.look(_text(path))
    return found is not None and not (mode & X_OK and found)


def chmod(path, mode):
    """NOT-PYTHON: files have no modes here."""
    _look(path)


def chown(path, uid, gid):
    _look(path)


def utime(path, times):
    """NOT-PYTHON: None writes the file anew; other times than now cannot be set."""
    found = _look(path)
    if found and times is None:
        _failed(_files.write(_text(path), found[0]), path)


def umask(new):
    old = _mask[0]
    _mask[0] = new & 0777
    return old


def _bad():
    raise OSError(9, strerror(9))


def _entry(fd):
    if not isinstance(fd, (int, long)):
        raise TypeError('an integer is required')
    return _opened[fd] if fd in _opened else _bad()


def open(filename, flag, mode=0777):
    path = _text(filename)
    found = _files.look(path)
    if found == () and flag & 3:
        _failed(21, filename)
    if found is not None and flag & O_CREAT and flag & O_EXCL:
        _failed(17, filename)
    if found is None and not flag & O_CREAT:
        _look(filename)
    if found is None or found and flag & O_TRUNC:
        _failed(_files.write(path, ''), filename)
    fd = 3
    while fd in _opened:
        fd += 1
    _opened[fd] = [_files.absolute(path), flag, 0]
    return fd


def close(fd):
    _entry(fd)
    del _opened[fd]


def _content(fd):
    found = _files.look(_entry(fd)[0])
    return found[0] if found else ''


def read(fd, buffersize):
    entry = _entry(fd)
    if entry[1] & 3 == O_WRONLY:
        _bad()
    text = _content(fd)[entry[2]:entry[2] + buffersize]
    entry[2] += len(text)
    return text


def write(fd, string):
    entry = _opened.get(fd)
    if entry is None and fd in (1, 2):
        import sys
        (sys.__stdout__ if fd == 1 else sys.__stderr__).write(string)
        return len(string)
    if _entry(fd)[1] & 3 == O_RDONLY:
        _bad()
    before = _content(fd)
    at = len(before) if entry[1] & O_APPEND else entry[2]
    before += '\0' * (at - len(before))
    errno = _files.write(entry[0], before[:at] + string + before[at + len(string):])
    if errno:
        raise OSError(errno, strerror(errno))
    entry[2] = at + len(string)
    return len(string)


def lseek(fd, pos, how):
    entry = _entry(fd)
    at = pos + (0, entry[2], len(_content(fd)))[how]
    if at < 0:
        raise OSError(22, strerror(22))
    entry[2] = at
    return at


def fstat(fd):
    path = _entry(fd)[0]
    return _stat(_look(path), path)


def fsync(fd):
    _entry(fd)


def isatty(fd):
    return False


def fdopen(fd, mode='r', bufsize=0):
    """NOT-PYTHON: a file of its own, which is no longer known by the descriptor."""
    path, _, position = _entry(fd)
    if mode.startswith('w'):
        mode = 'r+' + mode[1:].replace('+', '')
    made = file(path, mode)
    made.seek(position)
    close(fd)
    return made


def urandom(n):
    if not isinstance(n, (int, long)):
        raise TypeError('an integer is required')
    if n < 0:
        raise ValueError('negative argument not allowed')
    return ''.join([chr(int(_files.random() * 256)) for _ in xrange(n)])


def getpid():
    return 1


def getppid():
    return 0


def getuid():
    return 0


getgid = geteuid = getegid = getpgrp = getuid


def uname():
    return 'Linux', 'localhost', '', '', 'x86_64'


def times():
    return 0.0, 0.0, 0.0, 0.0, 0.0


def putenv(key, value):
    """NOT-PYTHON: there are no other programs that could see it."""


unsetenv = putenv


def _exit(status):
    """NOT-PYTHON: `finally` clauses are still run."""
    raise SystemExit(status)
