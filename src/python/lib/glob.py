"""The files whose names match a pattern: `*`, `?`, `[seq]`, `[!seq]`. Names that begin with a dot must be asked for."""

import fnmatch
import os

__all__ = ['glob', 'iglob']


def glob(pathname):
    """A list of the paths that match."""
    return list(iglob(pathname))


def iglob(pathname):
    """The paths that match, one by one."""
    folder, name = os.path.split(pathname)
    if not has_magic(pathname):
        if os.path.lexists(pathname) if name else os.path.isdir(folder):
            yield pathname
    elif not folder:
        for found in glob1(os.curdir, name):
            yield found
    else:
        inside = glob1 if has_magic(name) else glob0
        folders = iglob(folder) if folder != pathname and has_magic(folder) else [folder]
        for each in folders:
            for found in inside(each, name):
                yield os.path.join(each, found)


def has_magic(text):
    """Is there anything of a pattern in it?"""
    return '*' in text or '?' in text or '[' in text


def glob1(folder, pattern):
    """The names in a folder that match."""
    try:
        names = os.listdir(folder or os.curdir)
    except os.error:
        return []
    if pattern[0] != '.':
        names = [name for name in names if name[0] != '.']
    return fnmatch.filter(names, pattern)


def glob0(folder, name):
    """The name, if it is in the folder; without a name, if it is a folder."""
    there = os.path.lexists(os.path.join(folder, name)) if name else os.path.isdir(folder)
    return [name] if there else []
