"""`os` without an operating system: names and constants, `os.path`, and errors for what would touch files."""

import posixpath as path
import sys

sys.modules['os.path'] = path

name = 'posix'
linesep = '\n'
from posixpath import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

error = OSError
environ = {}


def getcwd():
    return '/'


def getpid():
    return 1


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


# NOT-PYTHON: there are no files; whatever names one does not find it.
def listdir(path):
    raise OSError(2, 'No such file or directory', path)


stat = remove = unlink = rmdir = chdir = listdir


def mkdir(path, mode=0777):
    raise OSError(13, 'Permission denied', path)


makedirs = mkdir
