"""`StringIO`: a text in memory that is read and written like a file."""

__all__ = ['StringIO']


def _complain_ifclosed(closed):
    if closed:
        raise ValueError('I/O operation on closed file')


class StringIO:
    """A file in memory that begins with the text `buf`: bytes or unicode, but of both only ASCII."""

    def __init__(self, buf=''):
        if not isinstance(buf, basestring):
            buf = str(buf)
        self.buf = buf
        self.len = len(buf)
        self.buflist = []
        self.pos = 0
        self.closed = False
        self.softspace = 0

    def __iter__(self):
        return self

    def _joined(self):
        """The whole text; what was written at its end waits in a list until it is needed."""
        if self.buflist:
            self.buf += ''.join(self.buflist)
            self.buflist = []
        return self.buf

    def next(self):
        """The next line; StopIteration at the end."""
        _complain_ifclosed(self.closed)
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def close(self):
        """Forgets the text."""
        if not self.closed:
            self.closed = True
            del self.buf, self.pos

    def isatty(self):
        """False: nobody sits in front of it."""
        _complain_ifclosed(self.closed)
        return False

    def seek(self, pos, mode=0):
        """Goes to a place: from the beginning, or with mode 1 from here, with 2 from the end."""
        _complain_ifclosed(self.closed)
        self._joined()
        if mode == 1:
            pos += self.pos
        elif mode == 2:
            pos += self.len
        self.pos = max(0, pos)

    def tell(self):
        """The place."""
        _complain_ifclosed(self.closed)
        return self.pos

    def _take(self, end):
        taken = self.buf[self.pos:end]
        self.pos = end
        return taken

    def read(self, n=-1):
        """At most `n` characters, or all that is left."""
        _complain_ifclosed(self.closed)
        self._joined()
        if n is None or n < 0:
            return self._take(self.len)
        return self._take(min(self.pos + n, self.len))

    def readline(self, length=None):
        """The next line, or at most `length` characters of it; empty at the end."""
        _complain_ifclosed(self.closed)
        self._joined()
        end = self.buf.find('\n', self.pos) + 1 or self.len
        if length is not None and length >= 0 and self.pos + length < end:
            end = self.pos + length
        return self._take(end)

    def readlines(self, sizehint=0):
        """All lines that are left, or those until there are `sizehint` characters."""
        total = 0
        lines = []
        line = self.readline()
        while line:
            lines.append(line)
            total += len(line)
            if 0 < sizehint <= total:
                break
            line = self.readline()
        return lines

    def truncate(self, size=None):
        """Cuts off what follows `size`, or the place."""
        _complain_ifclosed(self.closed)
        if size is None:
            size = self.pos
        elif size < 0:
            raise IOError(22, 'Negative size not allowed')
        elif size < self.pos:
            self.pos = size
        self.buf = self.getvalue()[:size]
        self.len = size

    def write(self, s):
        """Writes a text at the place."""
        _complain_ifclosed(self.closed)
        if not s:
            return
        if not isinstance(s, basestring):
            s = str(s)
        if self.pos > self.len:
            self.buflist.append('\0' * (self.pos - self.len))
            self.len = self.pos
        end = self.pos + len(s)
        if self.pos == self.len:
            self.buflist.append(s)
        else:
            self._joined()
            self.buf = self.buf[:self.pos] + s + self.buf[end:]
        self.len = max(self.len, end)
        self.pos = end

    def writelines(self, iterable):
        """Writes texts one after the other."""
        for line in iterable:
            self.write(line)

    def flush(self):
        """Nothing waits to be written."""
        _complain_ifclosed(self.closed)

    def getvalue(self):
        """The whole text."""
        _complain_ifclosed(self.closed)
        return self._joined()
