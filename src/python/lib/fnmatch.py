"""Names that match patterns as a shell has them: `*`, `?`, `[seq]`, `[!seq]`."""

import os
import re

__all__ = ['filter', 'fnmatch', 'fnmatchcase', 'translate']

_MAXCACHE = 100
_cache = {}


def fnmatch(name, pat):
    """Does the name match, as names of this system do?"""
    return fnmatchcase(os.path.normcase(name), os.path.normcase(pat))


def fnmatchcase(name, pat):
    """Does the name match? Upper and lower case differ."""
    return _match_of(pat)(name) is not None


def filter(names, pat):
    """The names that match."""
    match = _match_of(os.path.normcase(pat))
    return [name for name in names if match(os.path.normcase(name))]


def _match_of(pat):
    if pat not in _cache:
        if len(_cache) >= _MAXCACHE:
            _cache.clear()
        _cache[pat] = re.compile(translate(pat)).match
    return _cache[pat]


def translate(pat):
    """The pattern as a regular expression."""
    parts = []
    place = 0
    while place < len(pat):
        char = pat[place]
        place += 1
        if char == '*':
            parts.append('.*')
        elif char == '?':
            parts.append('.')
        elif char == '[':
            # A bracket right at the beginning belongs to the set.
            first = place + 1 if pat[place:place + 1] == '!' else place
            end = pat.find(']', first + 1)
            if end < 0:
                parts.append('\\[')
            else:
                parts.append(_set(pat[place:end]))
                place = end + 1
        else:
            parts.append(re.escape(char))
    return ''.join(parts) + '\\Z(?ms)'


def _set(chars):
    chars = chars.replace('\\', '\\\\')
    if chars[0] == '!':
        return '[^%s]' % chars[1:]
    return '[%s%s]' % ('\\' if chars[0] == '^' else '', chars)
