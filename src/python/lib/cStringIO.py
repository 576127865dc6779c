"""`cStringIO`: bytes in memory that are read, or written, like a file."""


def _integer(value):
    if isinstance(value, float):
        raise TypeError('integer argument expected, got float')
    if not isinstance(value, (int, long)):
        raise TypeError('an integer is required')
    return value


def _bytes(value, what):
    if isinstance(value, str):
        return value
    if isinstance(value, unicode):
        return value.encode('ascii')
    name = type(value).__name__
    if name in ('bytearray', 'buffer'):
        return str(value)
    if name == 'memoryview':
        return value.tobytes()
    raise TypeError('%s must be string or buffer, not %s' % (what, 'None' if value is None else name))


class _File(object):
    __slots__ = ('_text', '_pos')

    def __new__(cls):
        raise TypeError("cannot create 'cStringIO.%s' instances" % cls.__name__)

    def __iter__(self):
        return self

    closed = property(lambda self: self._text is None)

    def _open(self):
        """The bytes; ValueError when the file is closed."""
        if self._text is None:
            raise ValueError('I/O operation on closed file')
        return self._text

    def close(self):
        """Forgets the bytes."""
        self._text = None

    def flush(self):
        """Nothing waits to be written."""
        self._open()

    def isatty(self):
        """False: nobody sits in front of it."""
        self._open()
        return False

    def getvalue(self, use_pos=None):
        """All bytes, or those before the place."""
        text = self._open()
        return text[:self._pos] if use_pos is not None and _integer(use_pos) else text

    def read(self, size=-1):
        """At most `size` bytes, or all that are left."""
        size = _integer(size)
        text = self._open()
        left = max(0, len(text) - self._pos)
        return self._take(left if size < 0 or size > left else size)

    def _take(self, size):
        taken = self._text[self._pos:self._pos + size]
        self._pos += size
        return taken

    def readline(self, size=-1):
        """The next line, or at most `size` bytes of it; empty at the end."""
        size = _integer(size)
        text = self._open()
        end = text.find('\n', self._pos) + 1 or len(text)
        left = max(0, end - self._pos)
        return self._take(left if size < 0 or size > left else size)

    def readlines(self, hint=0):
        """All lines that are left, or those until there are `hint` bytes."""
        hint = _integer(hint)
        self._open()
        lines = []
        total = 0
        while True:
            line = self.readline()
            if not line:
                return lines
            lines.append(line)
            total += len(line)
            if 0 < hint <= total:
                return lines

    def next(self):
        """The next line; StopIteration at the end."""
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def reset(self):
        """Goes to the beginning."""
        self._open()
        self._pos = 0

    def seek(self, position, mode=0):
        """Goes to a place: from the beginning, or with mode 1 from here, with 2 from the end."""
        position, mode = _integer(position), _integer(mode)
        text = self._open()
        if mode == 1:
            position += self._pos
        elif mode == 2:
            position += len(text)
        self._pos = max(0, position)

    def tell(self):
        """The place."""
        self._open()
        return self._pos

    def truncate(self, size=None):
        """Cuts off what follows `size`, or the place; goes to the end."""
        size = self._pos if size is None else _integer(size)
        text = self._open()
        if size < 0:
            raise IOError(22, 'Invalid argument')
        self._text = text[:size]
        self._pos = len(self._text)


class OutputType(_File):
    """What `StringIO()` gives: bytes that are written, and read."""

    __slots__ = ('softspace',)

    def write(self, s):
        """Writes bytes at the place."""
        s = _bytes(s, 'write() argument 1')
        text = self._open()
        if self._pos == len(text):
            self._text = text + s
        else:
            text = text.ljust(self._pos, '\0')
            self._text = text[:self._pos] + s + text[self._pos + len(s):]
        self._pos += len(s)

    def writelines(self, lines):
        """Writes texts one after the other."""
        for line in lines:
            self._open()
            if not isinstance(line, basestring):
                raise TypeError('expected string or Unicode object, %s found' % type(line).__name__)
            self.write(line)


class InputType(_File):
    """What `StringIO(bytes)` gives: bytes that are read."""

    __slots__ = ()


def StringIO(*args):
    """A file of these bytes to read, or an empty one to write."""
    if len(args) > 1:
        raise TypeError('StringIO expected at most 1 arguments, got %d' % len(args))
    made = object.__new__(InputType if args else OutputType)
    made._pos = 0
    made._text = ''
    if args:
        made._text = _bytes(args[0], 'StringIO() argument 1')
    else:
        made.softspace = 0
    return made


# Shown by the names that CPython's types have.
InputType.__name__ = 'cStringIO.StringI'
OutputType.__name__ = 'cStringIO.StringO'
InputType.__module__ = OutputType.__module__ = '__builtin__'
