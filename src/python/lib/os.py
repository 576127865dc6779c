"""`os` without an operating system: names and constants, `os.path`, and the files on the server's disk."""

import posixpath as path
import sys
from posix import getcwd, listdir, mkdir, remove, rename, rmdir, stat, stat_result, strerror, unlink

sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

error = OSError
environ = {}


def getpid():
    return 1


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def makedirs(name, mode=0777):
    head = path.dirname(name.rstrip('/'))
    if head and not path.exists(head):
        makedirs(head, mode)
    mkdir(name, mode)
