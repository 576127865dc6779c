"""Patterns of regular expressions: parsed to nodes, then written as the instructions that `_sre` obeys.

A sequence is a list of nodes; a node is a tuple that begins with its kind:

    ('literal', code)   ('any',)   ('at', place)   ('in', items)   ('branch', sequences)   ('ref', group)
    ('repeat', lazy, least, most, sequence)   ('group', number or None, sequence)   ('if', group, then, otherwise)
    ('assert', behind, negative, sequence)

The choices made here (what becomes a set, what is repeated in one go) are CPython's, because what a group holds after a
failed attempt depends on them.
"""

TEMPLATE, IGNORECASE, LOCALE, MULTILINE, DOTALL, UNICODE, VERBOSE, DEBUG = [1 << bit for bit in range(8)]

MAXREPEAT = 4294967295
# `_sre` counts to here: no text is as long.
_ENDLESS = 0x7fffffff


# A pattern or a template that makes no sense.
class error(Exception):
    pass


error.__module__ = 'sre_constants'

DIGITS = frozenset('0123456789')
OCTAL = frozenset('01234567')
_HEX = frozenset('0123456789abcdefABCDEF')
_LETTERS = frozenset('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_')
_SPACE = frozenset(' \t\n\r\v\f')
_FLAGS = {'i': IGNORECASE, 'L': LOCALE, 'm': MULTILINE, 's': DOTALL, 'u': UNICODE, 'x': VERBOSE, 't': TEMPLATE}

ESCAPES = {r'\a': 7, r'\b': 8, r'\f': 12, r'\n': 10, r'\r': 13, r'\t': 9, r'\v': 11, r'\\': 92}
_PLACES = {r'\A': 'string', r'\b': 'boundary', r'\B': 'inside', r'\Z': 'end'}
_CATEGORIES = dict((name, ('in', (('category', at),))) for at, name in enumerate([r'\d', r'\D', r'\s', r'\S', r'\w', r'\W']))


class Source(object):
    """The characters of a text one by one; a backslash comes with the character after it."""

    __slots__ = 'text', 'place', 'next'

    def __init__(self, text):
        # CPython asks before it looks at anything else.
        len(text)
        self.text = text
        self.place = 0
        self.get()

    def get(self):
        """The character that `next` has shown; None at the end."""
        this = getattr(self, 'next', None)
        text, place = self.text, self.place
        if place >= len(text):
            self.next = None
            return this
        char = text[place]
        if char == '\\':
            if place + 1 >= len(text):
                raise error('bogus escape (end of line)')
            char = text[place:place + 2]
        self.place = place + len(char)
        self.next = char
        return this

    def match(self, char):
        """Takes `char` if it comes next."""
        if self.next != char:
            return False
        self.get()
        return True

    def take(self, most, chars):
        """Up to `most` characters out of `chars`."""
        taken = self.text[:0]
        while len(taken) < most and self.next in chars:
            taken += self.get()
        return taken

    def until(self, end, message):
        """The text before the character `end`, which is taken too."""
        taken = ''
        while True:
            char = self.get()
            if char is None:
                raise error(message)
            if char == end:
                return taken
            taken += char

    def mark(self):
        return self.place, self.next

    def back(self, mark):
        self.place, self.next = mark


class Pattern(object):
    """What is known of the pattern while it is read."""

    def __init__(self, flags):
        self.flags = flags
        self.count = 1
        self.names = {}
        self.open = []

    def open_group(self, name):
        number = self.count
        if name is not None:
            if name in self.names:
                raise error('redefinition of group name %s as group %d; was group %d'
                            % (repr(name), number, self.names[name]))
            self.names[name] = number
        self.count = number + 1
        self.open.append(number)
        return number


def is_name(name):
    return name[0] in _LETTERS and all([char in _LETTERS or char in DIGITS for char in name])


def _parse_alternatives(source, pattern, nested):
    items = [_parse(source, pattern)]
    while source.match('|'):
        items.append(_parse(source, pattern))
    if len(items) == 1:
        return items[0]
    sequence = []
    # What all of them begin with comes first.
    while all(items) and items[0][0][0] in _comparable and all([item[0] == items[0][0] for item in items]):
        sequence.append(items[0][0])
        for item in items:
            del item[0]
    if all([len(item) == 1 and item[0][0] == 'literal' for item in items]):
        sequence.append(('in', tuple([item[0] for item in items])))
    else:
        sequence.append(('branch', items))
    return sequence


# Nodes without a sequence in them.
_comparable = frozenset(['literal', 'any', 'at', 'in', 'ref'])


def _parse_choice(source, pattern, group):
    """What is between the brackets of `(?(group)then|otherwise)`."""
    then, otherwise = _parse(source, pattern), None
    if source.match('|'):
        otherwise = _parse(source, pattern)
        if source.next == '|':
            raise error('conditional backref with more than two branches')
    return [('if', group, then, otherwise)]


def _parse(source, pattern):
    """A sequence: up to `|`, `)` or the end."""
    sequence = []
    append = sequence.append
    while source.next is not None and source.next not in '|)':
        this = source.get()
        if pattern.flags & VERBOSE:
            if this in _SPACE:
                continue
            if this == '#':
                while source.next is not None and source.get() != '\n':
                    pass
                continue
        if this[0] == '\\':
            append(_escape(source, this, pattern))
        elif this == '.':
            append(('any',))
        elif this == '^':
            append(('at', 'beginning'))
        elif this == '$':
            append(('at', '$'))
        elif this == '[':
            append(_parse_set(source))
        elif this in '*+?{':
            _parse_repeat(source, this, sequence)
        elif this == '(':
            _parse_group(source, pattern, append)
        else:
            append(('literal', ord(this)))
    return sequence


def _parse_repeat(source, this, sequence):
    if this == '{':
        bounds = _parse_bounds(source)
        if bounds is None:
            sequence.append(('literal', 123))
            return
        least, most = bounds
    else:
        least, most = {'*': (0, MAXREPEAT), '+': (1, MAXREPEAT), '?': (0, 1)}[this]
    if not sequence or sequence[-1][0] == 'at':
        raise error('nothing to repeat')
    if sequence[-1][0] == 'repeat':
        raise error('multiple repeat')
    sequence[-1] = 'repeat', source.match('?'), least, most, [sequence[-1]]


def _parse_bounds(source):
    """The two numbers of `{m,n}`; None if this is no repetition."""
    if source.next == '}':
        return None
    mark = source.mark()
    low = high = _number(source)
    if source.match(','):
        high = _number(source)
    if not source.match('}'):
        source.back(mark)
        return None
    least = int(low) if low else 0
    if least >= MAXREPEAT:
        raise OverflowError('the repetition number is too large')
    most = int(high) if high else MAXREPEAT
    if high and most >= MAXREPEAT:
        raise OverflowError('the repetition number is too large')
    if most < least:
        raise error('bad repeat interval')
    return least, most


def _number(source):
    return source.take(len(source.text), DIGITS)


def _parse_set(source):
    items = []
    if source.match('^'):
        items.append(('not',))
    first = len(items)
    while True:
        this = source.get()
        if this is None:
            raise error('unexpected end of regular expression')
        if this == ']' and len(items) > first:
            break
        low = _set_item(source, this)
        if not source.match('-'):
            items.append(low)
            continue
        this = source.get()
        if this is None:
            raise error('unexpected end of regular expression')
        if this == ']':
            items += [low, ('literal', 45)]
            break
        high = _set_item(source, this)
        if low[0] != 'literal' or high[0] != 'literal' or high[1] < low[1]:
            raise error('bad character range')
        items.append(('range', low[1], high[1]))
    if len(items) == 1 and items[0][0] == 'literal':
        return items[0]
    return 'in', tuple(items)


def _set_item(source, this):
    if this[0] != '\\':
        return 'literal', ord(this)
    if this in ESCAPES:
        return 'literal', ESCAPES[this]
    if this in _CATEGORIES:
        return _CATEGORIES[this][1][0]
    char = this[1]
    if char == 'x':
        digits = source.take(2, _HEX)
        if len(digits) != 2:
            raise error('bogus escape: %s' % repr('\\' + digits))
        return 'literal', int(digits, 16)
    if char in OCTAL:
        return 'literal', int(char + source.take(2, OCTAL), 8) & 0xff
    if char in DIGITS:
        raise error('bogus escape: %s' % repr(this))
    return 'literal', ord(char)


def _escape(source, escape, pattern):
    """The node of an escape outside of a set."""
    if escape in _CATEGORIES:
        return _CATEGORIES[escape]
    if escape in _PLACES:
        return 'at', _PLACES[escape]
    if escape in ESCAPES:
        return 'literal', ESCAPES[escape]
    char = escape[1]
    if char == 'x':
        escape += source.take(2, _HEX)
        if len(escape) == 4:
            return 'literal', int(escape[2:], 16)
    elif char == '0':
        return 'literal', int(char + source.take(2, OCTAL), 8) & 0xff
    elif char in DIGITS:
        digits = char + source.take(1, DIGITS)
        if len(digits) == 2 and digits[0] in OCTAL and digits[1] in OCTAL and source.next in OCTAL:
            return 'literal', int(digits + source.get(), 8) & 0xff
        if int(digits) < pattern.count:
            return _reference(int(digits), pattern)
        escape = '\\' + digits
    else:
        return 'literal', ord(char)
    raise error('bogus escape: %s' % repr(escape))


def _reference(group, pattern):
    if group in pattern.open:
        raise error('cannot refer to open group')
    return 'ref', group


def _parse_group(source, pattern, append):
    """What follows a `(`."""
    name = choice = None
    captures = True
    if source.match('?'):
        if source.match('P'):
            if source.match('='):
                append(_named_reference(source, pattern))
                return
            if not source.match('<'):
                if source.next is None:
                    raise error('unexpected end of pattern')
                raise error('unknown specifier: ?P%s' % source.next)
            name = source.until('>', 'unterminated name')
            if not name:
                raise error('missing group name')
            if not is_name(name):
                raise error('bad character in group name %r' % name)
        elif source.match(':'):
            captures = False
        elif source.match('#'):
            while source.next is not None and source.next != ')':
                source.get()
            _close(source)
            return
        elif source.next is not None and source.next in '=!<':
            append(_parse_assertion(source, pattern))
            return
        elif source.match('('):
            captures = False
            choice = _parse_condition(source, pattern)
        else:
            _parse_flags(source, pattern)
            return
    number = pattern.open_group(name) if captures else None
    if choice:
        sequence = _parse_choice(source, pattern, choice)
    else:
        sequence = _parse_alternatives(source, pattern, True)
    _close(source)
    if captures:
        pattern.open.remove(number)
    append(('group', number, sequence))


def _close(source):
    if not source.match(')'):
        raise error('unbalanced parenthesis')


def _named_reference(source, pattern):
    name = source.until(')', 'unterminated name')
    if not name:
        raise error('missing group name')
    if not is_name(name):
        raise error('bad character in backref group name %r' % name)
    if name not in pattern.names:
        raise error('unknown group name: %r' % name)
    return 'ref', pattern.names[name]


def _parse_condition(source, pattern):
    """The group that `(?(name)` asks for."""
    name = source.until(')', 'unterminated name')
    if not name:
        raise error('missing group name')
    if is_name(name):
        if name not in pattern.names:
            raise error('unknown group name: %r' % name)
        return pattern.names[name]
    try:
        return int(name)
    except ValueError:
        raise error('bad character in group name')


def _parse_assertion(source, pattern):
    kind = source.get()
    behind = kind == '<'
    if behind:
        if source.next is None or source.next not in '=!':
            raise error('syntax error')
        kind = source.get()
    sequence = _parse_alternatives(source, pattern, True)
    _close(source)
    return 'assert', behind, kind == '!', sequence


def _parse_flags(source, pattern):
    if source.next not in _FLAGS:
        raise error('unexpected end of pattern')
    while source.next in _FLAGS:
        pattern.flags |= _FLAGS[source.get()]
    if source.next is None:
        raise error('unexpected end of pattern')
    if not source.match(')'):
        raise error('unknown extension')


def parse(text, flags):
    """The sequence of a pattern, and what is known of it."""
    source = Source(text)
    pattern = Pattern(flags)
    sequence = _parse_alternatives(source, pattern, False)
    if source.get() is not None:
        raise error('unbalanced parenthesis')
    if pattern.flags & VERBOSE and not flags & VERBOSE:
        # The part before the flag was not read so.
        return parse(text, pattern.flags)
    return sequence, pattern


def _width(sequence):
    """How many characters the sequence takes: the least and the most."""
    low = high = 0
    for node in sequence:
        kind = node[0]
        if kind in ('literal', 'any', 'in'):
            least = most = 1
        elif kind == 'branch':
            widths = map(_width, node[1])
            least, most = min([each[0] for each in widths]), max([each[1] for each in widths])
        elif kind == 'group':
            least, most = _width(node[2])
        elif kind == 'repeat':
            least, most = _width(node[4])
            least, most = least * node[2], most * node[3]
        else:
            continue
        low += least
        high += most
    return min(low, MAXREPEAT - 1), min(high, MAXREPEAT)


(_SUCCESS, _ANY, _LITERAL, _IN, _AT, _MARK, _JUMP, _BRANCH, _REPEAT_ONE, _MIN_REPEAT_ONE, _REPEAT, _MAX_UNTIL, _MIN_UNTIL,
 _GROUPREF, _GROUPREF_EXISTS, _ASSERT, _ASSERT_NOT, _ASSERT_END) = range(18)

_AT_CODES = {'string': 0, 'end': 1, '$': 2, 'boundary': 5, 'inside': 6}

# Characters that are one without case, the ones that are lower case first: for what each lower case is not all there is to know.
_same = (u'i\u0131|I\u0130 s\u017f|S \xb5\u03bc|\u039c \u0345\u03b9\u1fbe|\u0399 \u03b2\u03d0|\u0392 \u03b5\u03f5|\u0395 '
         u'\u03b8\u03d1|\u0398\u03f4 \u03ba\u03f0|\u039a \u03c0\u03d6|\u03a0 \u03c1\u03f1|\u03a1 \u03c2\u03c3|\u03a3 '
         u'\u03c6\u03d5|\u03a6 \u1e61\u1e9b|\u1e60 \u01c6|\u01c4\u01c5 \u01c9|\u01c7\u01c8 \u01cc|\u01ca\u01cb '
         u'\u01f3|\u01f1\u01f2 \xdf|\u1e9e \u03c9|\u03a9\u2126 k|K\u212a \xe5|\xc5\u212b')
_lowered = {}
for _group in _same.split():
    _lower, _upper = _group.split('|')
    for _char in _lower + _upper:
        _lowered[ord(_char)] = map(ord, _lower)


class _Writer(object):
    """The instructions of one pattern."""

    def __init__(self, flags, groups):
        self.flags = flags
        self.groups = groups
        # A choice asks for a group that there is not. CPython sees it when all is written.
        self.is_invalid = False
        self.ignores = flags & IGNORECASE
        # LOCALE is the C locale, whose letters are ASCII.
        self.unicode = flags & UNICODE and not flags & LOCALE
        self.code = [1 if self.ignores and self.unicode else 0]

    def skip(self):
        """A place for the distance to what `land` will be called for."""
        self.code.append(0)
        return len(self.code) - 1

    def land(self, place):
        self.code[place] = len(self.code) - place

    def sequence(self, sequence):
        for node in sequence:
            getattr(self, node[0])(*node[1:])

    def literal(self, char):
        lowered = self.lowered(char)
        if lowered == [char] and not self.has_case(char):
            self.code += [_LITERAL, char]
        else:
            self.set([('literal', char)])

    def lowered(self, char):
        """What stands in a set for a character, when case does not count."""
        if not self.ignores:
            return [char]
        if not self.unicode:
            return [char + 32 if 65 <= char <= 90 else char]
        return _lowered.get(char) or [ord(unichr(char).lower())]

    def has_case(self, char):
        if not self.ignores:
            return False
        if not self.unicode:
            return 65 <= char <= 90 or 97 <= char <= 122
        return char in _lowered or ord(unichr(char).upper()) != char

    def any(self):
        if self.flags & DOTALL:
            self.code.append(_ANY)
        else:
            self.set([('not',), ('literal', 10)])

    def set(self, items):
        code = self.code
        code.append(_IN)
        skip = self.skip()
        code.append((2 if self.ignores else 0) + (1 if items[0][0] == 'not' else 0))
        for item in items:
            kind = item[0]
            if kind == 'literal':
                for char in self.lowered(item[1]):
                    code += [1, char]
            elif kind == 'category':
                code += [3, item[1] + (6 if self.unicode else 0)]
            elif kind == 'range':
                code += [4 if self.ignores else 2, item[1], item[2]]
                if self.ignores and self.unicode:
                    for char in _lowered:
                        if item[1] <= char <= item[2]:
                            for each in _lowered[char]:
                                code += [1, each]
        code.append(0)
        self.land(skip)

    def at(self, place):
        code = {'beginning': 0, '$': 2}.get(place)
        if code is not None and self.flags & MULTILINE:
            code = 3 if code == 0 else 4
        elif code is None:
            code = _AT_CODES[place]
            if code >= 5 and self.unicode:
                code += 2
        self.code += [_AT, code]

    def branch(self, items):
        self.code.append(_BRANCH)
        ends = []
        for item in items:
            skip = self.skip()
            self.sequence(item)
            self.code.append(_JUMP)
            ends.append(self.skip())
            self.land(skip)
        self.code.append(0)
        for end in ends:
            self.land(end)

    def group(self, number, sequence):
        if number is None:
            self.sequence(sequence)
            return
        self.code += [_MARK, number * 2 - 2]
        self.sequence(sequence)
        self.code += [_MARK, number * 2 - 1]

    def repeat(self, lazy, least, most, sequence):
        if self.flags & TEMPLATE:
            raise error('internal: unsupported template operator')
        simple = sequence[0][0] != 'group' and _width(sequence) == (1, 1)
        if simple:
            self.code.append(_MIN_REPEAT_ONE if lazy else _REPEAT_ONE)
        else:
            self.code.append(_REPEAT)
        skip = self.skip()
        self.code += [min(least, _ENDLESS), min(most, _ENDLESS)]
        self.sequence(sequence)
        self.land(skip)
        if not simple:
            self.code.append(_MIN_UNTIL if lazy else _MAX_UNTIL)

    def ref(self, group):
        self.code += [_GROUPREF, group * 2 - 2, 1 if self.ignores else 0]

    # An `if` node: a name that Python keeps for itself.
    def choice(self, group, then, otherwise):
        if not 0 <= group - 1 < 1 << 32:
            raise OverflowError('regular expression code size limit exceeded')
        if group > (self.groups or _ENDLESS):
            self.is_invalid = True
        self.code += [_GROUPREF_EXISTS, min(group * 2 - 2, _ENDLESS)]
        skip = self.skip()
        self.sequence(then)
        if otherwise is None:
            self.land(skip)
            return
        self.code.append(_JUMP)
        end = self.skip()
        self.land(skip)
        self.sequence(otherwise)
        self.land(end)

    def assertion(self, behind, negative, sequence):
        back = 0
        self.code.append(_ASSERT_NOT if negative else _ASSERT)
        skip = self.skip()
        if behind:
            # NOT-PYTHON: CPython warns of a reference in here, because it takes that for an empty text.
            back, most = _width(sequence)
            if back != most:
                raise error('look-behind requires fixed-width pattern')
        self.code.append(back)
        self.sequence(sequence)
        self.code.append(_ASSERT_END)
        self.land(skip)


for _name, _method in (('in', 'set'), ('if', 'choice'), ('assert', 'assertion')):
    setattr(_Writer, _name, _Writer.__dict__[_method])


def write(sequence, pattern, flags):
    """The instructions for a sequence."""
    writer = _Writer(flags, pattern.count - 1)
    writer.sequence(sequence)
    writer.code.append(_SUCCESS)
    if pattern.count > 100:
        raise AssertionError('sorry, but this version only supports 100 named groups')
    if writer.is_invalid:
        raise RuntimeError('invalid SRE code')
    return writer.code
