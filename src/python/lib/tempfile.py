"""Files and folders with names that nobody else has. NOT-PYTHON: they lie on the server's disk, in the folder of the page when there is no /tmp."""

import os as _os
from cStringIO import StringIO as _StringIO
from random import Random as _Random

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'mkdtemp', 'mktemp', 'TMP_MAX', 'gettempprefix',
           'tempdir', 'gettempdir']

TMP_MAX = 10000
template = 'tmp'
tempdir = None

_letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_'
_random = []


def gettempprefix():
    return template


def gettempdir():
    """The folder for temporary files."""
    global tempdir
    if tempdir is None:
        tempdir = '/tmp' if _os.path.isdir('/tmp') else _os.getcwd()
    return tempdir


def mktemp(suffix='', prefix=template, dir=None):
    """A path at which there is nothing yet."""
    if dir is None:
        dir = gettempdir()
    if not _random:
        _random.append(_Random())
    choose = _random[0].choice
    for _ in xrange(TMP_MAX):
        path = _os.path.join(dir, prefix + ''.join([choose(_letters) for _ in range(6)]) + suffix)
        if not _os.path.exists(path):
            return path
    raise IOError(17, 'No usable temporary filename found')


def mkdtemp(suffix='', prefix=template, dir=None):
    """The path of a new folder, which the caller removes."""
    path = mktemp(suffix, prefix, dir)
    _os.mkdir(path, 0700)
    return path


class _TemporaryFile(object):
    """An open file that is removed when it is closed."""

    def __init__(self, path, mode, delete):
        self.file = open(path, mode)
        self.name = path
        self.delete = delete
        self.close_called = False

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __iter__(self):
        return iter(self.file)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()

    def close(self):
        if not self.close_called:
            self.close_called = True
            self.file.close()
            if self.delete:
                _os.unlink(self.name)


def NamedTemporaryFile(mode='w+b', bufsize=-1, suffix='', prefix=template, dir=None, delete=True):
    """A new open file, which is removed when it is closed unless `delete` is false."""
    return _TemporaryFile(mktemp(suffix, prefix, _os.path.abspath(dir or gettempdir())), mode, delete)


def TemporaryFile(mode='w+b', bufsize=-1, suffix='', prefix=template, dir=None):
    """A new open file, which is removed when it is closed."""
    return NamedTemporaryFile(mode, bufsize, suffix, prefix, dir)


class SpooledTemporaryFile(object):
    """A temporary file. NOT-PYTHON: it stays in memory however long it becomes."""

    def __init__(self, max_size=0, mode='w+b', bufsize=-1, suffix='', prefix=template, dir=None):
        self._file = _StringIO()

    name = None

    def rollover(self):
        pass

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __iter__(self):
        return iter(self._file)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self._file.close()
