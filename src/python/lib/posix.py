"""`posix`: the files on the server's disk. CPython writes this in C; use `os`."""

import _files
from _files import strerror


def getcwd():
    """The folder of the page, where relative paths begin."""
    return _files.absolute('.')


def _failed(errno, path):
    if errno:
        raise OSError(errno, strerror(errno), path)


def listdir(path):
    names = _files.listdir(path)
    if names is None:
        _failed(2 if _files.look(path) is None else 20, path)
    return names


def mkdir(path, mode=0777):
    _failed(_files.mkdir(path), path)


def remove(path):
    _failed(_files.remove(path, False), path)


unlink = remove


def rmdir(path):
    _failed(_files.remove(path, True), path)


def rename(old, new):
    """NOT-PYTHON: files only, no folders."""
    errno = _files.rename(old, new)
    if errno:
        raise OSError(errno, strerror(errno))


class stat_result(tuple):
    """What `stat` found. NOT-PYTHON: only size and times say something."""

    st_mode, st_size, st_atime, st_mtime, st_ctime = [
        property(lambda self, at=at: self[at]) for at in (0, 6, 7, 8, 9)]


def stat(path):
    found = _files.look(path)
    if found is None:
        _failed(2, path)
    content, time = found or ('', 0)
    return stat_result((0100644 if found else 040755, 0, 0, 1, 0, 0, len(content), int(time), int(time), int(time)))
