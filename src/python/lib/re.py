r"""Regular expressions.

The syntax is read by `_re_compiler`, the matching is done by `_sre`, which counts its steps: a pattern that would take for ever uses
up the budget of the page.

    "."      any character except a newline          "^" "$"       the beginning and the end
    "*" "+" "?" {m,n}   repetitions; with "?" as few as possible    "|"   either
    [...] [^...]        one of a set, one of all others
    (...)  (?:...)  (?P<name>...)  (?P=name)  \1     groups, and what a group has matched
    (?=...) (?!...) (?<=...) (?<!...)                what must, or must not, come next or before
    (?iLmsux)  (?#...)  (?(1)yes|no)                 flags, a comment, a choice by a group
    \A \Z \b \B \d \D \s \S \w \W                    places and kinds of characters
"""

import _sre
import _re_compiler
from _re_compiler import error, DIGITS as _DIGITS, ESCAPES as _ESCAPES, OCTAL as _OCTAL, Source as _Source, is_name as _is_name

__all__ = ['match', 'search', 'sub', 'subn', 'split', 'findall', 'compile', 'purge', 'template', 'escape', 'I', 'L', 'M', 'S',
           'X', 'U', 'IGNORECASE', 'LOCALE', 'MULTILINE', 'DOTALL', 'VERBOSE', 'UNICODE', 'error', 'finditer']

__version__ = '2.2.1'

T = TEMPLATE = 1
I = IGNORECASE = 2
L = LOCALE = 4
M = MULTILINE = 8
S = DOTALL = 16
U = UNICODE = 32
X = VERBOSE = 64
# NOT-PYTHON: with DEBUG nothing is printed.
DEBUG = 128

_MAXCACHE = 100
_cache = {}
_cache_repl = {}


def match(pattern, string, flags=0):
    """The match at the beginning of the string; None if there is none."""
    return _compile(pattern, flags).match(string)


def search(pattern, string, flags=0):
    """The first match in the string; None if there is none."""
    return _compile(pattern, flags).search(string)


def sub(pattern, repl, string, count=0, flags=0):
    """The string with its matches replaced: by a template, or by what a function gives for each match."""
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    """What `sub` gives, and how many were replaced."""
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, maxsplit=0, flags=0):
    """What stands between the matches, and their groups."""
    return _compile(pattern, flags).split(string, maxsplit)


def findall(pattern, string, flags=0):
    """All matches, or their groups if there are any."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches."""
    return _compile(pattern, flags).finditer(string)


def compile(pattern, flags=0):
    """The pattern as an object."""
    return _compile(pattern, flags)


def purge():
    """Forgets the patterns that were used."""
    _cache.clear()
    _cache_repl.clear()


def template(pattern, flags=0):
    """The pattern as an object; it may not repeat anything."""
    return _compile(pattern, flags | T)


_alphanum = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789')


def escape(pattern):
    """The text as a pattern that matches just it."""
    escaped = list(pattern)
    for at, char in enumerate(pattern):
        if char not in _alphanum:
            escaped[at] = '\\000' if char == '\000' else '\\' + char
    return pattern[:0].join(escaped)


def _compile(pattern, flags):
    prints = flags & DEBUG
    key = type(pattern), pattern, flags
    try:
        return _cache[key]
    except KeyError:
        pass
    if isinstance(pattern, _pattern_type):
        if flags:
            raise ValueError('Cannot process flags argument with a compiled pattern')
        return pattern
    if not isinstance(pattern, basestring):
        raise TypeError('first argument must be string or compiled pattern')
    compiled = _build(pattern, flags)
    if not prints:
        if len(_cache) >= _MAXCACHE:
            _cache.clear()
        _cache[key] = compiled
    return compiled


def _build(pattern, flags):
    sequence, known = _re_compiler.parse(pattern, flags)
    flags |= known.flags
    code = _re_compiler.write(sequence, known, flags)
    names = [None] * known.count
    for name, number in known.names.items():
        names[number] = name
    return _sre.compile(pattern, flags, code, known.count - 1, known.names, tuple(names))


def _parts(repl, pattern):
    """A template as a tuple: texts, and numbers of groups between them."""
    key = type(repl), repl, pattern
    try:
        return _cache_repl[key]
    except KeyError:
        pass
    parts = _parse_template(repl, pattern)
    if len(_cache_repl) >= _MAXCACHE:
        _cache_repl.clear()
    _cache_repl[key] = parts
    return parts


def _parse_template(repl, pattern):
    source = _Source(repl)
    make = chr if isinstance(repl[:0], str) else unichr
    texts, parts = [], []

    def add(group):
        if texts:
            parts.append(repl[:0].join(texts))
            del texts[:]
        parts.append(group)

    while source.next is not None:
        this = source.get()
        if this[0] != '\\':
            texts.append(this)
        elif this[1] == 'g':
            add(_group_of_template(source, pattern))
        elif this[1] == '0':
            texts.append(make(int('0' + source.take(2, _OCTAL), 8)))
        elif this[1] in '123456789':
            digits = this[1] + source.take(1, _DIGITS)
            if len(digits) == 2 and digits[0] in _OCTAL and digits[1] in _OCTAL and source.next in _OCTAL:
                texts.append(make(int(digits + source.get(), 8) & 0xff))
            else:
                add(int(digits))
        elif this in _ESCAPES:
            texts.append(make(_ESCAPES[this]))
        else:
            texts.append(this)
    if texts:
        parts.append(repl[:0].join(texts))
    return tuple(parts)


def _group_of_template(source, pattern):
    """The group that `\\g<name>` asks for."""
    if not source.match('<'):
        raise error('missing group name')
    name = source.until('>', 'unterminated group name')
    if not name:
        raise error('missing group name')
    try:
        group = int(name)
    except ValueError:
        if not _is_name(name):
            raise error('bad character in group name')
        if name not in pattern.groupindex:
            raise IndexError('unknown group name: %r' % name)
        return pattern.groupindex[name]
    if group < 0:
        raise error('negative group number')
    return group


_pattern_type = type(_sre.compile('', 0, [0, 0], 0, {}, (None,)))


class Scanner(object):
    """Cuts a text into what the phrases of a lexicon match, and has their actions make something of it."""

    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        known = _re_compiler.Pattern(flags)
        known.count = len(lexicon) + 1
        phrases = []
        for phrase, action in lexicon:
            sequence, own = _re_compiler.parse(phrase, flags)
            phrases.append([('group', len(phrases) + 1, sequence)])
        code = _re_compiler.write([('branch', phrases)], known, flags)
        self.scanner = _sre.compile(None, flags, code, len(phrases), {}, (None,) * known.count)

    def scan(self, string):
        made = []
        match = self.scanner.scanner(string).match
        place = 0
        while True:
            found = match()
            if not found or found.end() == place:
                return made, string[place:]
            action = self.lexicon[found.lastindex - 1][1]
            if hasattr(action, '__call__'):
                self.match = found
                action = action(self, found.group())
            if action is not None:
                made.append(action)
            place = found.end()
