"""`os` without an operating system: names and constants, `os.path`, and the files on the server's disk."""

import errno
import posixpath as path
import sys
from posix import (F_OK, O_APPEND, O_CREAT, O_EXCL, O_RDONLY, O_RDWR, O_TRUNC, O_WRONLY, R_OK, W_OK, X_OK, EX_OK, _exit, access,
                   chdir, chmod, chown, close, environ as _given, fdopen, fstat, fsync, getcwd, getcwdu, getegid, geteuid, getgid,
                   getpgrp, getpid, getppid, getuid, isatty, listdir, lseek, lstat, mkdir, open, putenv, read, remove, rename,
                   rmdir, stat, stat_result, strerror, times, umask, uname, unlink, unsetenv, urandom, utime, write)
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
P_WAIT, P_NOWAIT = 0, 1
error = OSError


class _Environ:
    """The variables of the environment, like a dictionary; the values are strings."""

    def __init__(self, data):
        self.data = data

    def __repr__(self):
        return repr(self.data)

    def __cmp__(self, other):
        return cmp(self.data, other.data if isinstance(other, _Environ) else other)

    def __len__(self):
        return len(self.data)

    def __contains__(self, key):
        return key in self.data

    has_key = __contains__

    def __iter__(self):
        return iter(self.data)

    def __getitem__(self, key):
        return self.data[key]

    def __setitem__(self, key, item):
        if not (isinstance(key, str) and isinstance(item, str)):
            raise TypeError('putenv() argument %d must be string, not %s' % (
                2 if isinstance(key, str) else 1, type(item if isinstance(key, str) else key).__name__))
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def get(self, key, failobj=None):
        return self.data.get(key, failobj)

    def setdefault(self, key, failobj=None):
        if key not in self:
            self[key] = failobj
        return self[key]

    def update(self, *args, **keywords):
        for key, item in dict(*args, **keywords).items():
            self[key] = item

    def pop(self, key, *args):
        return self.data.pop(key, *args)

    def popitem(self):
        return self.data.popitem()

    def clear(self):
        self.data.clear()

    def copy(self):
        return dict(self.data)

    def keys(self):
        return self.data.keys()

    def values(self):
        return self.data.values()

    def items(self):
        return self.data.items()

    def iterkeys(self):
        return self.data.iterkeys()

    def itervalues(self):
        return self.data.itervalues()

    def iteritems(self):
        return self.data.iteritems()


environ = _Environ(_given)


def getenv(key, default=None):
    return environ.get(key, default)


def makedirs(name, mode=0777):
    """Makes the folder with all those above it."""
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, mode)
        except OSError as e:
            # Somebody else was quicker.
            if e.errno != errno.EEXIST:
                raise
        if tail == curdir:
            return
    mkdir(name, mode)


def removedirs(name):
    """Removes the folder, and those above it as long as they are empty."""
    rmdir(name)
    _remove_above(name)


def _remove_above(name):
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except error:
            break
        head, tail = path.split(head)


def renames(old, new):
    """Renames; makes the folders that are missing, and removes those that are empty then."""
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except error:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yields (folder, names of folders, names of files) for `top` and everything below it."""
    try:
        names = listdir(top)
    except error as problem:
        if onerror is not None:
            onerror(problem)
        return
    folders, files = [], []
    for each in names:
        (folders if path.isdir(path.join(top, each)) else files).append(each)
    if topdown:
        yield top, folders, files
    for each in folders:
        for found in walk(path.join(top, each), topdown, onerror, followlinks):
            yield found
    if not topdown:
        yield top, folders, files


def tmpfile():
    """NOT-PYTHON: an open file that stays on the disk."""
    number = 0
    while path.exists('tmp%d' % number):
        number += 1
    return file('tmp%d' % number, 'w+b')


def _refused(name):
    def refuse(*args, **keywords):
        raise NotImplementedError('os.%s is not here: there is no operating system below this Python that could do it' % name)
    refuse.__name__ = name
    return refuse


for _name in ('abort dup dup2 execl execle execlp execlpe execv execve execvp execvpe fork forkpty kill killpg link mkfifo nice'
              ' openpty pipe popen popen2 popen3 popen4 readlink setgid setuid spawnl spawnle spawnlp spawnlpe spawnv spawnve'
              ' spawnvp spawnvpe symlink system tempnam tmpnam ttyname wait waitpid').split():
    globals()[_name] = _refused(_name)
del _name

__all__ = [_each for _each in globals().keys() if not _each.startswith('_') and _each not in ('sys', 'errno')]
