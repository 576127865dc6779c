"""`linecache`: lines of programs, modules and files, for tracebacks and warnings."""

import _files
import _source
import sys

__all__ = ['getline', 'clearcache', 'checkcache']

# By file name: (size, time of the last write, lines, whole name). Texts that the machine itself knows are not kept here.
cache = {}


def getline(filename, lineno, module_globals=None):
    """The line with its newline; '' when there is none."""
    if filename in cache or _source.text(filename) is None:
        lines = getlines(filename, module_globals)
        return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''
    return _source.line(filename, lineno)


def getlines(filename, module_globals=None):
    """All lines; an empty list when there is no such file."""
    if filename in cache:
        return cache[filename][2]
    text = _source.text(filename)
    return updatecache(filename, module_globals) if text is None else _lines(text)


def clearcache():
    cache.clear()


def checkcache(filename=None):
    """Forgets the file, or every one, that is no longer what it was."""
    for name in cache.keys() if filename is None else [filename]:
        if name in cache:
            size, time, _, path = cache[name]
            found = _files.look(path)
            if not found or (len(found[0]), found[1]) != (size, time):
                del cache[name]


def updatecache(filename, module_globals=None):
    """Reads the file anew; gives its lines."""
    cache.pop(filename, None)
    if not filename or filename[0] + filename[-1] == '<>':
        return []
    for folder in [''] + (sys.path if not filename.startswith('/') else []):
        path = '%s/%s' % (folder, filename) if isinstance(folder, str) and folder else filename
        found = _files.look(path)
        if found:
            lines = _lines(found[0])
            cache[filename] = len(found[0]), found[1], lines, path
            return lines
    return []


def _lines(text):
    lines = text.replace('\r\n', '\n').replace('\r', '\n').split('\n')
    last = lines.pop()
    return [line + '\n' for line in lines + [last] * bool(last)]
