"""`io`: texts and bytes in memory, and files, that are text (unicode) or bytes and never both.

NOT-PYTHON: a file is as far as `open` needs it. Nothing is buffered, a file of text is read as a whole when it is first
read, and the abstract classes are those that everything here derives from.
"""

import __builtin__

__all__ = ['BlockingIOError', 'open', 'IOBase', 'RawIOBase', 'FileIO', 'BytesIO', 'StringIO', 'BufferedIOBase',
           'BufferedReader', 'BufferedWriter', 'BufferedRWPair', 'BufferedRandom', 'TextIOBase', 'TextIOWrapper',
           'UnsupportedOperation', 'SEEK_SET', 'SEEK_CUR', 'SEEK_END']

SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
DEFAULT_BUFFER_SIZE = 8192


class BlockingIOError(IOError):
    """More was to be read or written than could be at once."""

    characters_written = 0


class UnsupportedOperation(ValueError, IOError):
    """A file cannot do this."""


def _size(value):
    """A size, None for any; TypeError for what is no number."""
    if value is None:
        return -1
    if isinstance(value, float):
        raise TypeError("'float' object cannot be interpreted as an index")
    if not isinstance(value, (int, long)):
        raise TypeError("integer argument expected, got '%s'" % type(value).__name__)
    return value


def _place(value):
    if not isinstance(value, (int, long)):
        raise TypeError("'%s' object cannot be interpreted as an index" % type(value).__name__)
    return value


def _data(value):
    """The bytes of what has any."""
    if isinstance(value, str):
        return value
    kind = type(value).__name__
    if kind not in ('bytearray', 'buffer', 'memoryview'):
        raise TypeError("'%s' does not have the buffer interface" % kind)
    return value.tobytes() if kind == 'memoryview' else str(value)


class IOBase(object):
    """What all files have in common."""

    _closed = False

    closed = property(lambda self: self._closed)

    def _check(self):
        if self.closed:
            raise ValueError('I/O operation on closed file.')

    _checkClosed = _check

    def _refuse(self, name):
        raise UnsupportedOperation(name)

    def close(self):
        """Ends the file."""
        self._closed = True

    def flush(self):
        """Nothing waits to be written."""
        self._check()

    def isatty(self):
        self._check()
        return False

    def fileno(self):
        self._refuse('fileno')

    def readable(self):
        return False

    writable = seekable = readable

    def seek(self, offset, whence=0):
        self._refuse('seek')

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, size=None):
        self._refuse('truncate')

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def next(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readline(self, limit=-1):
        """The next line, or at most `limit` bytes of it; empty at the end."""
        limit = _size(limit)
        line = ''
        while (limit < 0 or len(line) < limit) and line[-1:] != '\n':
            more = self.read(1)
            if not more:
                break
            line += more
        return line

    def readlines(self, hint=None):
        """All lines that are left, or those until there are `hint` bytes or characters."""
        hint = _size(hint)
        self._check()
        lines = []
        total = 0
        for line in self:
            lines.append(line)
            total += len(line)
            if 0 < hint <= total:
                break
        return lines

    def writelines(self, lines):
        """Writes each."""
        self._check()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    pass


class BufferedIOBase(IOBase):
    """Files of bytes."""

    def read(self, n=-1):
        self._refuse('read')

    def write(self, b):
        self._refuse('write')

    def detach(self):
        self._refuse('detach')


class TextIOBase(IOBase):
    """Files of text."""

    encoding = errors = newlines = None

    def read(self, n=-1):
        self._refuse('read')

    def write(self, s):
        self._refuse('write')

    def detach(self):
        self._refuse('detach')


class _Memory(object):
    """Bytes or text in memory: `_value`, and `_pos` in it."""

    def _check(self):
        if self._closed:
            raise ValueError(self._complaint)

    def readable(self):
        self._check()
        return True

    writable = seekable = readable

    def getvalue(self):
        """All of it."""
        self._check()
        return self._value

    def tell(self):
        self._check()
        return long(self._pos)

    def _take(self, end):
        end = max(self._pos, end)
        taken = self._value[self._pos:end]
        self._pos = min(end, max(self._pos, len(self._value)))
        return taken

    def read(self, n=-1):
        """At most `n` bytes or characters, or all that are left."""
        n = _size(n)
        self._check()
        return self._take(len(self._value) if n < 0 else self._pos + n)

    def readline(self, limit=-1):
        """The next line, or at most so much of it; empty at the end."""
        limit = _size(limit)
        self._check()
        end = self._line_end()
        return self._take(end if limit < 0 else min(end, self._pos + limit))

    def _line_end(self):
        return self._value.find('\n', self._pos) + 1 or len(self._value)

    def truncate(self, size=None):
        """Cuts off what follows `size`, or the place."""
        size = self._pos if size is None else _size(size)
        self._check()
        if size < 0:
            raise ValueError('%s size value %d' % (self._negative, size))
        self._value = self._value[:size]
        return long(size)

    def _put(self, piece):
        value = self._value
        if len(value) < self._pos:
            value += '\0' * (self._pos - len(value))
        after = self._pos + len(piece)
        self._value = value[:self._pos] + piece + value[after:]
        self._pos = after


class BytesIO(_Memory, BufferedIOBase):
    """Bytes in memory."""

    _complaint = 'I/O operation on closed file.'
    _negative = 'negative'

    def __init__(self, initial_bytes=None):
        self._value = '' if initial_bytes is None else _data(initial_bytes)
        self._pos = 0

    def flush(self):
        pass

    def seek(self, offset, whence=0):
        """Goes to a place: from the beginning, or with whence 1 from here, with 2 from the end."""
        offset = _place(offset)
        self._check()
        if whence not in (0, 1, 2):
            raise ValueError('invalid whence (%d, should be 0, 1 or 2)' % whence)
        if whence == 0 and offset < 0:
            raise ValueError('negative seek value %d' % offset)
        self._pos = max(0, offset + (0, self._pos, len(self._value))[whence])
        return long(self._pos)

    def read1(self, n):
        return self.read(n)

    def readinto(self, b):
        """Reads into a bytearray; gives how many bytes."""
        data = self.read(len(b))
        b[:len(data)] = data
        return long(len(data))

    def write(self, b):
        """Writes bytes; gives how many."""
        self._check()
        data = _data(b)
        self._put(data)
        return long(len(data))


def _check_newline(newline):
    if newline not in (None, '', '\n', '\r', '\r\n'):
        raise ValueError('illegal newline value: %s' % newline)


def _after_line(text, start, newline):
    """The place after the line of `text` at `start`, as `newline` ends lines; '' and None know all three ends."""
    if newline:
        at = text.find(newline, start)
        return len(text) if at < 0 else at + len(newline)
    end = text.find('\n', start) + 1 or len(text)
    at = text.find('\r', start, end)
    if at < 0:
        return end
    return at + 2 if text[at + 1:at + 2] == '\n' else at + 1


def _seek_text(offset, whence):
    """Refuses what no text can do."""
    if whence not in (0, 1, 2):
        raise ValueError('Invalid whence (%d, should be 0, 1 or 2)' % whence)
    if whence == 0 and offset < 0:
        raise ValueError('Negative seek position %d' % offset)


class StringIO(_Memory, TextIOBase):
    """Text in memory."""

    _complaint = 'I/O operation on closed file'
    _negative = 'Negative'
    line_buffering = False

    def __init__(self, initial_value=u'', newline=u'\n'):
        _check_newline(newline)
        if initial_value is not None and not isinstance(initial_value, unicode):
            raise TypeError('initial_value must be unicode or None, not %s' % type(initial_value).__name__)
        self._newline = newline
        self._value = u''
        self._pos = 0
        if initial_value:
            self.write(initial_value)
            self._pos = 0

    def flush(self):
        pass

    def isatty(self):
        if self._closed:
            raise ValueError('I/O operation on closed file.')
        return False

    def _line_end(self):
        return _after_line(self._value, self._pos, '\n' if self._newline is None else self._newline)

    def seek(self, offset, whence=0):
        """Goes to a place from the beginning, or with whence 2 and offset 0 to the end."""
        offset = _place(offset)
        self._check()
        _seek_text(offset, whence)
        if whence and offset:
            raise IOError("Can't do nonzero cur-relative seeks")
        self._pos = (offset, self._pos, len(self._value))[whence]
        return long(self._pos)

    def write(self, s):
        """Writes text; gives how many characters."""
        self._check()
        if not isinstance(s, unicode):
            raise TypeError("unicode argument expected, got '%s'" % type(s).__name__)
        text = s
        if self._newline is None:
            text = text.replace('\r\n', '\n').replace('\r', '\n')
        elif self._newline:
            text = text.replace('\n', self._newline)
        self._put(text)
        return long(len(s))


class _Wrapped(BufferedIOBase):
    """Bytes of another file."""

    def __init__(self, raw, buffer_size=DEFAULT_BUFFER_SIZE):
        self.raw = raw

    closed = property(lambda self: self.raw.closed)

    name = property(lambda self: self.raw.name)

    def __repr__(self):
        name = '' if not hasattr(self.raw, 'name') else ' name=%r' % self.name
        return '<_io.%s%s>' % (type(self).__name__, name)

    def close(self):
        self.raw.close()

    def seek(self, offset, whence=0):
        self._check()
        self.raw.seek(_place(offset), whence)
        return self.raw.tell()

    def tell(self):
        self._check()
        return self.raw.tell()

    def seekable(self):
        return True


class _Reading(_Wrapped):
    """Bytes that can be read."""

    def readable(self):
        return True

    def read(self, n=-1):
        n = _size(n)
        self._check()
        return self.raw.read(n)

    read1 = read

    def readline(self, limit=-1):
        limit = _size(limit)
        self._check()
        return self.raw.readline(limit)

    def peek(self, n=0):
        """What comes next, without going there."""
        at = self.tell()
        data = self.read()
        self.raw.seek(at)
        return data

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return long(len(data))


class _Writing(_Wrapped):
    """Bytes that can be written."""

    def writable(self):
        return True

    def write(self, b):
        self._check()
        if isinstance(b, unicode):
            # The buffer interface of a unicode, as CPython 2 has it, is that of its ASCII bytes.
            b = b.encode('ascii')
        data = _data(b)
        self.raw.write(data)
        return long(len(data))

    def truncate(self, pos=None):
        self._check()
        at = self.tell()
        size = at if pos is None else _size(pos)
        self.raw.truncate(size)
        return long(size)


class BufferedReader(_Reading):
    pass


class BufferedWriter(_Writing):
    pass


class BufferedRandom(_Reading, _Writing):
    pass


class BufferedRWPair(BufferedIOBase):
    """A file to read and another to write."""

    def __init__(self, reader, writer, buffer_size=DEFAULT_BUFFER_SIZE):
        self._reader, self._writer = BufferedReader(reader), BufferedWriter(writer)

    def readable(self):
        return True

    writable = readable

    def read(self, n=-1):
        return self._reader.read(n)

    def write(self, b):
        return self._writer.write(b)


class FileIO(BufferedRandom, RawIOBase):
    """A file of bytes by its name."""

    def __init__(self, name, mode='r', closefd=True):
        mode = mode.replace('b', '')
        self.raw = __builtin__.open(name, mode + 'b')
        self.mode = ('rb' if mode[:1] == 'r' else mode[:1] + 'b') + ('+' if '+' in mode else '')
        self._reads, self._writes = mode[:1] == 'r' or '+' in mode, mode[:1] != 'r' or '+' in mode

    def __repr__(self):
        return '<_io.%s name=%r mode=%r>' % (type(self).__name__, self.name, self.mode)

    def readable(self):
        return self._reads

    def writable(self):
        return self._writes

    def read(self, n=-1):
        if not self._reads:
            raise UnsupportedOperation('File not open for reading')
        return BufferedRandom.read(self, n)

    def write(self, b):
        if not self._writes:
            raise UnsupportedOperation('File not open for writing')
        return BufferedRandom.write(self, b)

    def readall(self):
        return self.read()


class TextIOWrapper(TextIOBase):
    """The text of a file of bytes."""

    def __init__(self, buffer, encoding=None, errors=None, newline=None, line_buffering=False):
        _check_newline(newline)
        self.buffer = buffer
        self.encoding = 'UTF-8' if encoding is None else encoding
        u''.encode(self.encoding)
        self.errors = 'strict' if errors is None else errors
        self.line_buffering = line_buffering
        self._newline = newline
        self._text = None
        self._pos = self._start = 0

    closed = property(lambda self: self.buffer.closed)

    name = property(lambda self: self.buffer.name)

    def __repr__(self):
        name = '' if not hasattr(self.buffer, 'name') else ' name=%r' % self.name
        return '<_io.TextIOWrapper%s encoding=%r>' % (name, self.encoding)

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def flush(self):
        self._check()
        self.buffer.flush()

    def close(self):
        self.buffer.close()

    def detach(self):
        """Gives up the file of bytes."""
        return self.buffer

    def _load(self):
        self._check()
        if not self.buffer.readable():
            raise IOError('not readable')
        if self._text is None:
            self._start = self.buffer.tell()
            self._text = self.buffer.read().decode(self.encoding, self.errors)
            self._pos = 0

    def _given(self, text):
        """The text as it is read: its lines end with \\n unless it was asked otherwise."""
        if self._newline is None and '\r' in text:
            return text.replace('\r\n', '\n').replace('\r', '\n')
        return text

    def _take(self, end):
        taken = self._text[self._pos:end]
        self._pos = min(end, len(self._text))
        return self._given(taken)

    def _end_of(self, size):
        """The place after so many characters; the two of an end of line are one where it is read as \\n."""
        end = self._pos
        while size > 0 and end < len(self._text):
            end += 2 if self._newline is None and self._text[end:end + 2] == '\r\n' else 1
            size -= 1
        return end

    def read(self, n=-1):
        """At most `n` characters, or all that are left."""
        n = _size(n)
        self._load()
        if n < 0:
            return self._take(len(self._text))
        return self._take(self._end_of(n) if '\r' in self._text else self._pos + n)

    def readline(self, limit=-1):
        """The next line, or at most `limit` characters of it; empty at the end."""
        limit = _size(limit)
        self._load()
        end = _after_line(self._text, self._pos, self._newline)
        return self._take(end if limit < 0 else min(end, self._end_of(limit)))

    def write(self, s):
        """Writes text; gives how many characters."""
        self._check()
        if not isinstance(s, unicode):
            raise TypeError('write() argument 1 must be unicode, not %s' % type(s).__name__)
        if not self.buffer.writable():
            raise IOError('not writable')
        text = s
        if self._newline in ('\r', '\r\n'):
            text = text.replace('\n', self._newline)
        self._text = None
        self.buffer.write(text.encode(self.encoding, self.errors))
        return long(len(s))

    def tell(self):
        """The place, as a number that only `seek` understands."""
        self._check()
        if self._text is None:
            return self.buffer.tell()
        return self._start + len(self._text[:self._pos].encode(self.encoding, self.errors))

    def seek(self, cookie, whence=0):
        """Goes to a place that `tell` gave, or with whence 2 to the end."""
        cookie = _place(cookie)
        self._check()
        if whence == 1:
            if cookie:
                raise IOError("can't do nonzero cur-relative seeks")
            cookie = self.tell()
        elif whence == 2:
            if cookie:
                raise IOError("can't do nonzero end-relative seeks")
            self._text = None
            return self.buffer.seek(0, 2)
        elif whence:
            raise ValueError('invalid whence (%d, should be 0, 1 or 2)' % whence)
        if cookie < 0:
            raise ValueError('negative seek position %d' % cookie)
        self._text = None
        return self.buffer.seek(cookie)

    def truncate(self, size=None):
        return self.buffer.truncate(self.tell() if size is None else size)


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True):
    """Opens a file: of text, or with b in `mode` of bytes."""
    if not isinstance(file, (basestring, int, long)):
        if isinstance(file, float):
            raise TypeError('integer argument expected, got float')
        raise TypeError('invalid file: %r' % (file,))
    if not isinstance(mode, str):
        raise TypeError('open() argument 2 must be string, not %s' % type(mode).__name__)
    for c in mode:
        if c not in 'rwabt+U' or mode.count(c) > 1:
            raise ValueError('invalid mode: %r' % mode)
    kind = ''.join([c for c in mode if c in 'rwa'])
    if 'U' in mode:
        if 'w' in kind or 'a' in kind:
            raise ValueError("can't use U and writing mode at once")
        kind = 'r'
    if 't' in mode and 'b' in mode:
        raise ValueError("can't have text and binary mode at once")
    if len(kind) > 1:
        raise ValueError('must have exactly one of read/write/append mode')
    if 'b' in mode:
        for name, value in ('n encoding', encoding), ('n errors', errors), (' newline', newline):
            if value is not None:
                raise ValueError("binary mode doesn't take a%s argument" % name)
    if not kind:
        raise ValueError('Must have exactly one of read/write/append mode and at most one plus')
    both = '+' in mode
    raw = FileIO(file, kind + ('+' if both else ''))
    if buffering == 0:
        if 'b' not in mode:
            raise ValueError("can't have unbuffered text I/O")
        return raw
    made = (BufferedRandom if both else BufferedReader if kind == 'r' else BufferedWriter)(raw)
    if 'b' in mode:
        made.mode = raw.mode
        return made
    text = TextIOWrapper(made, encoding, errors, newline, buffering == 1)
    text.mode = mode
    return text


OpenWrapper = open

# Shown by the names that CPython's types have.
for _type in BytesIO, StringIO, BufferedReader, BufferedWriter, BufferedRandom, BufferedRWPair, FileIO, TextIOWrapper:
    _type.__name__ = '_io.' + _type.__name__
    _type.__module__ = '__builtin__'
