"""Paragraphs of a given width, and the indentation that lines have in common."""

__all__ = ['TextWrapper', 'wrap', 'fill', 'dedent']

_whitespace = '\t\n\x0b\x0c\r '
_BEFORE_DASH = '!"\'&.,?'
_DIGITS = '0123456789'


class TextWrapper(object):
    """How a text is broken into lines; `wrap` and `fill` may be called any number of times."""

    def __init__(self, width=70, initial_indent='', subsequent_indent='', expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens

    def wrap(self, text):
        """The lines of one paragraph."""
        chunks = self._split(self._munge_whitespace(text))
        if self.fix_sentence_endings:
            self._fix_sentence_endings(chunks)
        return self._wrap_chunks(chunks)

    def fill(self, text):
        """The paragraph as one text."""
        return '\n'.join(self.wrap(text))

    def _munge_whitespace(self, text):
        if self.expand_tabs:
            text = text.expandtabs()
        if self.replace_whitespace:
            for c in _whitespace:
                text = text.replace(c, ' ')
        return text

    def _split(self, text):
        """The pieces between which a line may end: words, parts of hyphenated words, dashes, and white space."""
        chunks, at = [], 0
        while at < len(text):
            start = at
            if text[at].isspace():
                at = _run(text, at, _is_space)
            else:
                end = _run(text, at, _is_no_space)
                at = _break(text, at, end) if self.break_on_hyphens else end
            chunks.append(text[start:at])
        return chunks

    def _fix_sentence_endings(self, chunks):
        """Two blanks after each sentence."""
        at = 0
        while at < len(chunks) - 1:
            if chunks[at + 1] == ' ' and _ends_sentence(chunks[at]):
                chunks[at + 1] = '  '
                at += 2
            else:
                at += 1

    def _wrap_chunks(self, chunks):
        if self.width <= 0:
            raise ValueError('invalid width %r (must be > 0)' % self.width)
        lines = []
        chunks = chunks[::-1]
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            if self.drop_whitespace and lines and not chunks[-1].strip():
                chunks.pop()
            line = self._take_line(chunks, self.width - len(indent))
            if line:
                lines.append(indent + ''.join(line))
        return lines

    def _take_line(self, chunks, width):
        """The pieces of the next line, taken from the end of `chunks`."""
        line, length = [], 0
        while chunks and length + len(chunks[-1]) <= width:
            length += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > width:
            self._handle_long_word(chunks, line, length, width)
        if self.drop_whitespace and line and not line[-1].strip():
            line.pop()
        return line

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        """Breaks a piece that fits on no line, or lets it stand alone."""
        if self.break_long_words:
            left = 1 if width < 1 else width - cur_len
            word = reversed_chunks[-1]
            cur_line.append(word[:left])
            reversed_chunks[-1] = word[left:]
        elif not cur_line:
            cur_line.append(reversed_chunks.pop())


def _is_space(c):
    return c.isspace()


def _is_no_space(c):
    return not c.isspace()


def _is_word(c):
    return c.isalnum() or c == '_'


def _is_punctuation(c):
    return not _is_word(c) and not c.isspace()


def _run(text, at, is_it):
    """Where the run of such characters ends that begins at `at`."""
    end = len(text)
    while at < end and is_it(text[at]):
        at += 1
    return at


def _break(text, at, end):
    """Where the piece ends that begins at `at`: a part of a hyphenated word, a dash, or what stands before one; at most `end`."""
    start = at
    while start < end:
        word = _run(text, start, _is_punctuation)
        after = _run(text, word, _is_word)
        if _is_hyphenated(text, word, after):
            return after + 1 if start == at else start
        dash = start + len(text[start:word].rstrip('-'))
        if word - dash > 1 and after > word and dash and (text[dash - 1] in _BEFORE_DASH or _is_word(text[dash - 1])):
            return word if dash == at else dash
        start = after
    return end


def _is_hyphenated(text, word, hyphen):
    """Does a hyphen end this word, with two characters before and after it, the last no digit?"""
    if hyphen - word < 2 or text[hyphen:hyphen + 1] != '-' or text[hyphen - 1] in _DIGITS:
        return False
    return text[hyphen + 2:_run(text, hyphen + 1, _is_word)].strip(_DIGITS) != ''


def _ends_sentence(chunk):
    """A small letter, a full stop, and perhaps a quotation mark."""
    if chunk[-1] in '"\'':
        chunk = chunk[:-1]
    return chunk[-1:] in ('.', '!', '?') and 'a' <= chunk[-2:-1] <= 'z'


def wrap(text, width=70, **kwargs):
    """The lines of one paragraph, none longer than `width`."""
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    """The paragraph in lines of at most `width` characters, as one text."""
    return TextWrapper(width=width, **kwargs).fill(text)


def dedent(text):
    """The text without the white space that all its lines begin with; lines of nothing else become empty."""
    lines = [line if line.strip(' \t') else '' for line in text.split('\n')]
    margin = None
    for line in lines:
        if line:
            indent = line[:len(line) - len(line.lstrip(' \t'))]
            margin = indent if margin is None else _common(margin, indent)
    return '\n'.join(line[len(margin):] if line else line for line in lines)


def _common(a, b):
    """What both begin with."""
    for at, c in enumerate(a):
        if b[at:at + 1] != c:
            return a[:at]
    return a
