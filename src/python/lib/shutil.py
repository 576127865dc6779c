"""Whole files and folders: copied, moved and removed. NOT-PYTHON: files here have no owners, and their times and rights are not kept."""

import fnmatch
import os

__all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'Error',
           'SpecialFileError', 'ExecError', 'ignore_patterns']


class Error(EnvironmentError):
    pass


class SpecialFileError(EnvironmentError):
    """What is no ordinary file."""


class ExecError(EnvironmentError):
    """A command that could not be run."""


def copyfileobj(fsrc, fdst, length=16 * 1024):
    """Copies what is left in one open file into another."""
    while True:
        data = fsrc.read(length)
        if not data:
            break
        fdst.write(data)


def _is_same(src, dst):
    return os.path.normcase(os.path.abspath(src)) == os.path.normcase(os.path.abspath(dst))


def copyfile(src, dst):
    """Copies the contents of a file."""
    if _is_same(src, dst):
        raise Error('`%s` and `%s` are the same file' % (src, dst))
    source = open(src, 'rb')
    try:
        target = open(dst, 'wb')
        try:
            copyfileobj(source, target)
        finally:
            target.close()
    finally:
        source.close()


def copymode(src, dst):
    """Would copy who may do what with a file."""


def copystat(src, dst):
    """Would copy the times of a file and who may do what with it."""


def copy(src, dst):
    """Copies a file; into the folder, if `dst` is one."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst)
    copymode(src, dst)


def copy2(src, dst):
    """As `copy`, with the times of the file."""
    if os.path.isdir(dst):
        dst = os.path.join(dst, os.path.basename(src))
    copyfile(src, dst)
    copystat(src, dst)


def ignore_patterns(*patterns):
    """For `copytree`: what leaves out the names that fit one of the patterns."""
    def ignore(path, names):
        found = []
        for pattern in patterns:
            found.extend(fnmatch.filter(names, pattern))
        return set(found)
    return ignore


def copytree(src, dst, symlinks=False, ignore=None):
    """Copies a folder with all that is in it. `Error` with all that could not be copied."""
    names = os.listdir(src)
    ignored = ignore(src, names) if ignore is not None else ()
    os.makedirs(dst)
    errors = []
    for name in names:
        if name in ignored:
            continue
        source = os.path.join(src, name)
        target = os.path.join(dst, name)
        try:
            if os.path.isdir(source):
                copytree(source, target, symlinks, ignore)
            else:
                copy2(source, target)
        except Error as error:
            errors.extend(error.args[0])
        except EnvironmentError as reason:
            errors.append((source, target, str(reason)))
    if errors:
        raise Error(errors)


def rmtree(path, ignore_errors=False, onerror=None):
    """Removes a folder with all that is in it. `onerror` is told the function, the path and `sys.exc_info()` of what cannot be."""
    if ignore_errors:
        onerror = _ignore
    elif onerror is None:
        onerror = _raise
    try:
        names = os.listdir(path)
    except os.error:
        _tell(onerror, os.listdir, path)
        names = []
    for name in names:
        inner = os.path.join(path, name)
        if os.path.isdir(inner):
            rmtree(inner, ignore_errors, onerror)
            continue
        try:
            os.remove(inner)
        except os.error:
            _tell(onerror, os.remove, inner)
    try:
        os.rmdir(path)
    except os.error:
        _tell(onerror, os.rmdir, path)


def _tell(onerror, function, path):
    import sys
    onerror(function, path, sys.exc_info())


def _ignore(function, path, info):
    pass


def _raise(function, path, info):
    raise


def move(src, dst):
    """Moves a file or a folder; into the folder, if `dst` is one."""
    target = dst
    if os.path.isdir(dst):
        if _is_same(src, dst):
            os.rename(src, dst)
            return
        target = os.path.join(dst, os.path.basename(src.rstrip(os.path.sep)))
        if os.path.exists(target):
            raise Error("Destination path '%s' already exists" % target)
    if not os.path.isdir(src):
        try:
            os.rename(src, target)
        except OSError:
            copy2(src, target)
            os.unlink(src)
        return
    if (os.path.abspath(dst) + '/').startswith(os.path.abspath(src) + '/'):
        raise Error("Cannot move a directory '%s' into itself '%s'." % (src, dst))
    copytree(src, target, symlinks=True)
    rmtree(src)
