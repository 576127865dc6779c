"""JSON (RFC 8259) in the layout of CPython 2.7: text out is ASCII, strings in are unicode."""

import sys as _sys

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONEncoder']

# NOT-PYTHON: the parts of the package are the module itself.
decoder = encoder = scanner = _sys.modules[__name__]

# How floats are written where the second encoder does not: see `iterencode`.
FLOAT_REPR = float.__repr__

_infinity = float('inf')
_short_escapes = [('\\', '\\\\'), ('"', '\\"'), ('\n', '\\n'), ('\r', '\\r'), ('\t', '\\t'), ('\b', '\\b'), ('\f', '\\f')]
_long_escapes = [(chr(code), '\\u%04x' % code) for code in range(32) if chr(code) not in '\n\r\t\b\f']


class JSONEncoder(object):
    """Writes values as JSON. Override `default` to say what stands for other values."""

    item_separator = ', '
    key_separator = ': '

    def __init__(self, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, encoding='utf-8', default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        self.encoding = encoding
        if separators is not None:
            self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(repr(o) + ' is not JSON serializable')

    def encode(self, o):
        """The whole text."""
        if isinstance(o, basestring):
            return _Writer(self, None, False).quote(o, self.encoding or 'utf-8')
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """The pieces of the text. CPython has a second encoder, for a whole text without indentation and sorting: some words differ."""
        pieces = []
        _Writer(self, pieces.append, _one_shot and self.indent is None and not self.sort_keys).write(o, 0, '')
        return iter(pieces)


class _Writer(object):
    """One text under way: the options, where its pieces go, and the containers that are open."""

    def __init__(self, encoder, put, is_second):
        self._encoder = encoder
        self._put = put
        self._is_second = is_second
        self._open = set()

    def write(self, o, depth, before):
        """Puts the value. What stands before it goes with a value that is no container, else it is a piece of its own."""
        text = self._atom(o)
        if text is not None:
            self._put(before + text)
            return
        if before:
            self._put(before)
        if self._encoder.check_circular:
            if id(o) in self._open:
                raise ValueError('Circular reference detected')
            self._open.add(id(o))
        if isinstance(o, (list, tuple)):
            self._write_list(o, depth + 1)
        elif isinstance(o, dict):
            self._write_dict(o, depth + 1)
        else:
            self.write(self._encoder.default(o), depth, '')
        self._open.discard(id(o))

    def _atom(self, o):
        """The text of a value that is no container; None for one that is."""
        if isinstance(o, basestring):
            return self.quote(o, self._encoder.encoding)
        if o is None:
            return 'null'
        if o is True:
            return 'true'
        if o is False:
            return 'false'
        if isinstance(o, (int, long)):
            return str(o)
        return self._float(o) if isinstance(o, float) else None

    def _write_list(self, items, depth):
        put = self._put
        if not items:
            put('[]')
            return
        before = '[' + self._line(depth)
        for item in items:
            self.write(item, depth, before)
            before = self._encoder.item_separator + self._line(depth)
        if self._encoder.indent is not None:
            put(self._line(depth - 1))
        put(']')

    def _write_dict(self, items, depth):
        put = self._put
        if not items:
            put('{}')
            return
        line = self._line(depth)
        put('{')
        if line:
            put(line)
        entries = items.items()
        if self._encoder.sort_keys:
            entries.sort(key=lambda entry: entry[0])
        is_first = True
        for key, value in entries:
            name = self._key(key)
            if name is None:
                continue
            if not is_first:
                put(self._encoder.item_separator + line)
            is_first = False
            put(self.quote(name, self._encoder.encoding))
            put(self._encoder.key_separator)
            self.write(value, depth, '')
        if line:
            put(self._line(depth - 1))
        put('}')

    def _line(self, depth):
        indent = self._encoder.indent
        return '' if indent is None else '\n' + ' ' * (indent * depth)

    def _key(self, key):
        if isinstance(key, basestring):
            return key
        if key is None:
            return 'null'
        if not self._is_second and isinstance(key, bool):
            return 'true' if key else 'false'
        if isinstance(key, float):
            return self._float(key)
        if isinstance(key, (int, long)):
            return str(key)
        if self._encoder.skipkeys:
            return None
        raise TypeError('keys must be a string' if self._is_second else 'key ' + repr(key) + ' is not a string')

    def _float(self, o):
        if o != o:
            text = 'NaN'
        elif o in (_infinity, -_infinity):
            text = 'Infinity' if o > 0 else '-Infinity'
        else:
            return float.__repr__(o) if self._is_second else FLOAT_REPR(o)
        if not self._encoder.allow_nan:
            value = '' if self._is_second else ': ' + float.__repr__(o)
            raise ValueError('Out of range float values are not JSON compliant' + value)
        return text

    def quote(self, s, encoding):
        """A string between quotes. Bytes that are not ASCII stand for a text in the encoding."""
        is_ascii = self._encoder.ensure_ascii
        if isinstance(s, str):
            if encoding != 'utf-8':
                s = s.decode(encoding)
            elif is_ascii:
                s = _decode(s)
        for c, escape in _short_escapes:
            s = s.replace(c, escape)
        if s and min(s) < ' ':
            for c, escape in _long_escapes:
                s = s.replace(c, escape)
        if is_ascii:
            try:
                s = s.encode('ascii').replace('\x7f', '\\u007f')
            except UnicodeError:
                s = ''.join([str(c) if c < u'\x7f' else _escape(ord(c)) for c in s])
        return '"' + s + '"'


def _decode(s):
    """Bytes as they are when they are ASCII, else the text that they are in UTF-8."""
    try:
        s.decode('ascii')
        return s
    except UnicodeError:
        return s.decode('utf-8')


def _escape(code):
    if code < 0x10000:
        return '\\u%04x' % code
    code -= 0x10000
    return '\\u%04x\\u%04x' % (0xd800 | code >> 10, 0xdc00 | code & 0x3ff)


def dumps(obj, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, encoding='utf-8', default=None, sort_keys=False, **kw):
    """The value as JSON text."""
    encoder = (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                   allow_nan=allow_nan, indent=indent, separators=separators, encoding=encoding,
                                   default=default, sort_keys=sort_keys, **kw)
    return encoder.encode(obj)


def dump(obj, fp, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, encoding='utf-8', default=None, sort_keys=False, **kw):
    """Writes the value as JSON text to a file."""
    encoder = (cls or JSONEncoder)(skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular,
                                   allow_nan=allow_nan, indent=indent, separators=separators, encoding=encoding,
                                   default=default, sort_keys=sort_keys, **kw)
    for piece in encoder.iterencode(obj):
        fp.write(piece)


_words = {'null': None, 'true': True, 'false': False,
          'NaN': float('nan'), 'Infinity': _infinity, '-Infinity': -_infinity}
_escapes = {'"': u'"', '\\': u'\\', '/': u'/', 'b': u'\b', 'f': u'\f', 'n': u'\n', 'r': u'\r', 't': u'\t'}
_blanks = ' \t\n\r'


class JSONDecoder(object):
    """Reads JSON. The hooks may replace each object, float, int or constant by something else."""

    def __init__(self, encoding=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
                 strict=True, object_pairs_hook=None):
        self.encoding = encoding or 'utf-8'
        self.object_hook = object_hook
        self.object_pairs_hook = object_pairs_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant
        self.strict = strict

    def decode(self, s):
        """The value of a whole text."""
        if isinstance(s, (bytearray, buffer)):
            raise TypeError('first argument must be a string, not ' + type(s).__name__)
        if not isinstance(s, basestring):
            raise TypeError('expected string or buffer')
        value, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise ValueError('Extra data: %s - %s (char %d - %d)' % (_place(s, end), _place(s, len(s)), end, len(s)))
        return value

    def raw_decode(self, s, idx=0):
        """(the value that begins at idx, where it ends)"""
        try:
            return self._read(s, idx)
        except StopIteration:
            raise ValueError('No JSON object could be decoded')

    def _read(self, s, at):
        """The value that begins at `at`; StopIteration when none does."""
        c = s[at:at + 1]
        if c == '"':
            return self._read_string(s, at)
        if c == '[':
            return self._read_list(s, at + 1)
        if c == '{':
            return self._read_dict(s, at + 1)
        for word in _words:
            if s.startswith(word, at):
                value = _words[word]
                if self.parse_constant is not None and isinstance(value, float):
                    value = self.parse_constant(word)
                return value, at + len(word)
        return self._read_number(s, at)

    def _read_number(self, s, start):
        at = start + s.startswith('-', start)
        whole = _digits(s, at)
        if whole == at:
            raise StopIteration
        end = at + 1 if s[at] == '0' else whole
        is_float = False
        if s.startswith('.', end) and _digits(s, end + 1) > end + 1:
            end = _digits(s, end + 1)
            is_float = True
        if s[end:end + 1] in ('e', 'E'):
            sign = end + 1 + (s[end + 1:end + 2] in ('+', '-'))
            if _digits(s, sign) > sign:
                end = _digits(s, sign)
                is_float = True
        text = s[start:end]
        return (self.parse_float(text) if is_float else self.parse_int(text)), end

    def _read_string(self, s, start):
        pieces = []
        at = start + 1
        while True:
            quote = s.find('"', at)
            escape = s.find('\\', at, quote) if quote >= 0 else s.find('\\', at)
            end = escape if escape >= 0 else quote if quote >= 0 else len(s)
            piece = s[at:end]
            if self.strict and piece and min(piece) < ' ':
                while s[at] >= ' ':
                    at += 1
                raise ValueError(_message('Invalid control character at', s, at))
            if end >= len(s) - (escape >= 0):
                raise ValueError(_message('Unterminated string starting at', s, start))
            # Each piece is a text of its own: a mistake in its bytes is told by their place in it.
            pieces.append(piece.decode(self.encoding) if isinstance(piece, str) else piece)
            if escape < 0:
                return u''.join(pieces), quote + 1
            piece, at = self._read_escape(s, escape + 1)
            pieces.append(piece)

    def _read_escape(self, s, at):
        letter = s[at]
        if letter != 'u':
            if letter not in _escapes:
                raise ValueError(_message('Invalid \\escape', s, at - 1))
            return _escapes[letter], at + 1
        code = _hexadecimal(s, at + 1)
        if 0xd800 <= code < 0xdc00 and s.startswith('\\u', at + 5):
            second = _hexadecimal(s, at + 7)
            if 0xdc00 <= second < 0xe000:
                return unichr(code) + unichr(second), at + 11
        return unichr(code), at + 5

    def _read_list(self, s, at):
        items = []
        at = _skip(s, at)
        if s.startswith(']', at):
            return items, at + 1
        while True:
            _expect_more(s, at)
            item, at = self._read(s, at)
            items.append(item)
            at = _skip(s, at)
            if s.startswith(']', at):
                return items, at + 1
            at = _skip_comma(s, at)

    def _read_dict(self, s, at):
        pairs = []
        at = _skip(s, at)
        if not s.startswith('}', at):
            while True:
                _expect_more(s, at)
                if s[at] != '"':
                    raise ValueError(_message('Expecting property name', s, at))
                name, at = self._read_string(s, at)
                at = _skip(s, at)
                if not s.startswith(':', at):
                    raise ValueError(_message('Expecting : delimiter', s, at))
                value, at = self._read(s, _skip(s, at + 1))
                pairs.append((name, value))
                at = _skip(s, at)
                if s.startswith('}', at):
                    break
                at = _skip_comma(s, at)
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs), at + 1
        made = dict(pairs)
        return (made if self.object_hook is None else self.object_hook(made)), at + 1


def _expect_more(s, at):
    if at >= len(s):
        raise ValueError(_message('Expecting object', s, len(s) - 1))


def _skip_comma(s, at):
    _expect_more(s, at)
    if s[at] != ',':
        raise ValueError(_message('Expecting , delimiter', s, at))
    return _skip(s, at + 1)


def _skip(s, at):
    while s[at:at + 1] and s[at] in _blanks:
        at += 1
    return at


def _digits(s, at):
    """Where the digits that begin at `at` end."""
    while s[at:at + 1] and s[at] in '0123456789':
        at += 1
    return at


def _hexadecimal(s, at):
    text = s[at:at + 4]
    if len(text) == 4 and at + 4 < len(s) and not text.strip('0123456789abcdefABCDEF'):
        return int(text, 16)
    raise ValueError(_message('Invalid \\uXXXX escape', s, at - 1))


def _place(s, at):
    return 'line %d column %d' % (s.count('\n', 0, at) + 1, at - s.rfind('\n', 0, at))


def _message(problem, s, at):
    if isinstance(s, unicode):
        problem = _unicode_problems.get(problem, problem)
    return '%s: %s (char %d)' % (problem, _place(s, at), at)


# CPython reads bytes and unicode in two ways, which say the same in other words.
_unicode_problems = {
    'Expecting property name': 'Expecting property name enclosed in double quotes',
    'Expecting , delimiter': "Expecting ',' delimiter",
    'Expecting : delimiter': "Expecting ':' delimiter",
}


def loads(s, encoding=None, cls=None, **options):
    """The value of a JSON text."""
    return (cls or JSONDecoder)(encoding=encoding, **options).decode(s)


def load(fp, *args, **options):
    """The value of the JSON text in a file."""
    return loads(fp.read(), *args, **options)
