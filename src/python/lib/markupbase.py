"""`markupbase`: what parsers of markup have in common: where they are, comments, and marked sections."""

_SPACE = ' \t\n\r\f\v'
_LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
_NAME = _LETTERS + '0123456789-_.'


def _skipped(text, at, chars):
    """The place after the run of `chars` that begins at `at`."""
    while at < len(text) and text[at] in chars:
        at += 1
    return at


def _find_close(text, at, marks):
    """Where the first `marks` stand from `at` on, with or without blanks between: their place and end, or None."""
    first = marks[0]
    while True:
        start = at = text.find(first, at)
        if at < 0:
            return None
        at += len(first)
        for mark in marks[1:]:
            at = _skipped(text, at, _SPACE)
            if text[at:at + 1] != mark:
                break
            at += 1
        else:
            return start, at
        at = start + 1


class ParserBase:
    """A parser that knows line and column, for others to derive from."""

    def __init__(self):
        if self.__class__ is ParserBase:
            raise RuntimeError('markupbase.ParserBase must be subclassed')

    def error(self, message):
        raise NotImplementedError('subclasses of ParserBase must override error()')

    def reset(self):
        """Begins at the first line."""
        self.lineno = 1
        self.offset = 0

    def getpos(self):
        """The line, from 1, and the column, from 0."""
        return self.lineno, self.offset

    def updatepos(self, i, j):
        """Counts the lines and columns of what stands between two places; gives the second."""
        if i < j:
            lines = self.rawdata.count('\n', i, j)
            if lines:
                self.lineno += lines
                self.offset = j - self.rawdata.rindex('\n', i, j) - 1
            else:
                self.offset += j - i
        return j

    def parse_comment(self, i, report=1):
        """Reads the comment at `i`; gives the place after it, or -1 when it does not end."""
        if self.rawdata[i:i + 4] != '<!--':
            self.error('unexpected call to parse_comment()')
        found = _find_close(self.rawdata, i + 4, ('--', '>'))
        if found is None:
            return -1
        if report:
            self.handle_comment(self.rawdata[i + 4:found[0]])
        return found[1]

    def parse_marked_section(self, i, report=1):
        """Reads the section <![...]]> at `i`; gives the place after it, or -1 when it does not end."""
        name, end = self._scan_name(i + 3, i)
        if end < 0:
            return end
        if name in ('temp', 'cdata', 'ignore', 'include', 'rcdata'):
            marks = (']', ']', '>')
        elif name in ('if', 'else', 'endif'):
            marks = (']', '>')
        else:
            self.error('unknown status keyword %r in marked section' % self.rawdata[i + 3:end])
        found = _find_close(self.rawdata, i + 3, marks)
        if found is None:
            return -1
        if report:
            self.unknown_decl(self.rawdata[i + 3:found[0]])
        return found[1]

    def _scan_name(self, i, declstartpos):
        """The name at `i` in small letters, and the place after it and its blanks; None and -1 at the end."""
        rawdata = self.rawdata
        if i == len(rawdata):
            return None, -1
        if rawdata[i] not in _LETTERS:
            self.updatepos(declstartpos, i)
            self.error('expected name token at %r' % rawdata[declstartpos:declstartpos + 20])
        name_end = _skipped(rawdata, i, _NAME)
        end = _skipped(rawdata, name_end, _SPACE)
        if end == len(rawdata):
            return None, -1
        return rawdata[i:name_end].lower(), end

    def unknown_decl(self, data):
        """Called with what a marked section holds."""
