"""`codecs`: encodings by their names, what happens to what they cannot code, and files of encoded text."""

import __builtin__

__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE',
           'BOM64_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE',
           'BOM_UTF32_BE', 'CodecInfo', 'Codec', 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader',
           'StreamWriter', 'StreamReaderWriter', 'StreamRecoder', 'getencoder', 'getdecoder', 'getincrementalencoder',
           'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode', 'iterencode', 'iterdecode',
           'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors', 'backslashreplace_errors',
           'register_error', 'lookup_error']

BOM_UTF8 = '\xef\xbb\xbf'
BOM_LE = BOM_UTF16 = BOM_UTF16_LE = BOM = '\xff\xfe'
BOM_BE = BOM_UTF16_BE = '\xfe\xff'
BOM_UTF32 = BOM_UTF32_LE = '\xff\xfe\0\0'
BOM_UTF32_BE = '\0\0\xfe\xff'
BOM32_LE, BOM32_BE, BOM64_LE, BOM64_BE = BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE, BOM_UTF32_BE

# The machine reads these three: `text.encode` and `bytes.decode` know what a program has registered.
_handlers = {}
_searches = []


def _find(encoding):
    """What the search functions say of an encoding that the machine does not know."""
    name = encoding.lower().replace(' ', '-')
    for search in _searches:
        info = search(name)
        if info is not None:
            return info


def _run(info, direction, value, errors):
    result = info[direction](value, errors)
    if type(result) is not tuple or len(result) != 2:
        raise TypeError('%scoder must return a tuple (object,integer)' % ('de' if direction else 'en'))
    return result[0]


def register(search_function):
    """Has a function asked for the encodings that are not known: name -> CodecInfo or None."""
    if not callable(search_function):
        raise TypeError('argument must be callable')
    _searches.append(search_function)


class CodecInfo(tuple):
    """The parts of a codec: encode, decode, stream reader, stream writer."""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamreader = streamreader
        self.streamwriter = streamwriter
        return self

    def __repr__(self):
        return '<%s.%s object for encoding %s at 0x%x>' % (
            self.__class__.__module__, self.__class__.__name__, self.name, id(self))


# The names that CPython gives to encodings; the others are their own, with - between the words.
_names = {'utf8': 'utf-8', 'u8': 'utf-8', 'utf': 'utf-8', 'latin': 'iso8859-1', 'latin1': 'iso8859-1', 'l1': 'iso8859-1',
          'iso88591': 'iso8859-1', 'iso885915': 'iso8859-15', 'latin9': 'iso8859-15', 'us': 'ascii', 'usascii': 'ascii',
          'utf8sig': 'utf-8-sig', 'utf7': 'utf-7', 'utf16': 'utf-16', 'utf16le': 'utf-16-le', 'utf16be': 'utf-16-be',
          'utf32': 'utf-32', 'utf32le': 'utf-32-le', 'utf32be': 'utf-32-be', 'rot13': 'rot-13', 'windows1252': 'cp1252',
          'unicodeescape': 'unicode-escape', 'rawunicodeescape': 'raw-unicode-escape', 'stringescape': 'string-escape',
          'hexcodec': 'hex', 'base64codec': 'base64'}


def lookup(encoding):
    """The CodecInfo of an encoding; LookupError when there is none."""
    if not isinstance(encoding, basestring):
        raise TypeError('lookup() argument 1 must be string, not %s' % type(encoding).__name__)
    info = _find(encoding)
    if info is not None:
        return info
    try:
        u''.encode(encoding)
    except UnicodeError:
        pass
    plain = ''.join([c for c in encoding.lower() if c.isalnum()])
    return _info(_names.get(plain, encoding.lower().replace('_', '-')))


def _info(name):
    """The CodecInfo of an encoding that the machine knows."""
    encode, decode = _functions(name)

    class Reader(StreamReader):
        _name = name

        def decode(self, input, errors='strict'):
            return _decoded_part(self, input, errors)

    class Writer(StreamWriter):
        _name = name

        def encode(self, input, errors='strict'):
            return _encoded_part(self, input, errors)

    class Encoder(IncrementalEncoder):
        _name = name

        def encode(self, input, final=False):
            return _encoded_part(self, input, self.errors)[0]

        def reset(self):
            self._name = name

    class Decoder(BufferedIncrementalDecoder):
        _name = name

        def _buffer_decode(self, input, errors, final):
            return _decoded_part(self, input, errors, final)

        def reset(self):
            BufferedIncrementalDecoder.reset(self)
            self._name = name

    # Shown by the names that CPython's classes have.
    for each, shown in ((Reader, 'StreamReader'), (Writer, 'StreamWriter'), (Encoder, 'IncrementalEncoder'),
                        (Decoder, 'IncrementalDecoder')):
        each.__name__ = shown
        each.__module__ = 'encodings.' + name.replace('iso8859-1', 'latin-1').replace('-', '_')
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name)


def _functions(name):
    """What codes and decodes in an encoding: (input, errors) -> (output, length of the input)."""
    known = name.replace('-', '_')

    def encode(input, errors='strict'):
        if not isinstance(input, basestring):
            raise TypeError('coercing to Unicode: need string or buffer, %s found' % type(input).__name__)
        return input.encode(name, errors), len(input)

    def decode(input, errors='strict', final=True):
        input = _bytes(input, known + '_decode() argument 1')
        size = len(input) if final else _whole(name, input)
        return input[:size].decode(name, errors), size
    return encode, decode


def _bytes(value, what):
    if isinstance(value, unicode):
        return value.encode('ascii')
    kind = type(value).__name__
    if not isinstance(value, str) and kind not in ('bytearray', 'buffer', 'memoryview'):
        raise TypeError('%s must be string or buffer, not %s' % (what, 'None' if value is None else kind))
    return str(value)


def _whole(name, data):
    """How many of the bytes make whole characters; an encoding of one byte has no others."""
    size = len(data)
    if name.startswith('utf-16') or name.startswith('utf-32'):
        return size - size % (int(name[4:6]) // 8)
    if name.startswith('utf-8'):
        for back in range(min(3, size), 0, -1):
            lead = data[size - back]
            if '\xc2' <= lead <= '\xf4' and (2 if lead < '\xe0' else 3 if lead < '\xf0' else 4) > back:
                return size - back
    return size


# What the first bytes of some encodings say of the others.
_marks = {'utf-16': ((BOM_UTF16_LE, 'utf-16-le'), (BOM_UTF16_BE, 'utf-16-be')),
          'utf-32': ((BOM_UTF32_LE, 'utf-32-le'), (BOM_UTF32_BE, 'utf-32-be')), 'utf-8-sig': ((BOM_UTF8, 'utf-8'),)}


def _decoded_part(coder, data, errors, final=False):
    """The characters that are whole in bytes of which more may come, and how many bytes they were.

    Learns the order of the bytes from the first of them.
    """
    skipped = 0
    if coder._name in _marks:
        marks = _marks[coder._name]
        size = len(marks[0][0])
        if len(data) < size and not final:
            return u'', 0
        skipped = size
        for mark, name in marks:
            if data.startswith(mark):
                break
        else:
            name, skipped = marks[0][1], 0
            if data and coder._name != 'utf-8-sig' and isinstance(coder, StreamReader):
                raise UnicodeError(coder._name.upper() + ' stream does not start with BOM')
        coder._name = name
    data = _bytes(data, 'decode() argument 1')[skipped:]
    size = len(data) if final else _whole(coder._name, data)
    return data[:size].decode(coder._name, errors), size + skipped


def _encoded_part(coder, text, errors):
    """The bytes of a part of a text, and its length; only the first part has a mark of the order of the bytes."""
    if not isinstance(text, basestring):
        raise TypeError('coercing to Unicode: need string or buffer, %s found' % type(text).__name__)
    name = coder._name
    if name in _marks:
        coder._name = _marks[name][0][1]
    return text.encode(name, errors), len(text)


# CPython has the best known of them as functions of their own, too.
for _name in ('utf-8', 'utf-7', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'latin-1', 'ascii',
              'unicode-escape', 'raw-unicode-escape'):
    _encode, _decode = _functions(_name)
    if not _name.startswith('utf'):
        _decode = (lambda decode: lambda input, errors='strict': decode(input, errors))(_decode)
    else:
        _decode = (lambda decode: lambda input, errors='strict', final=False: decode(input, errors, final))(_decode)
    _name = _name.replace('-', '_')
    _encode.__name__, _decode.__name__ = _name + '_encode', _name + '_decode'
    globals()[_encode.__name__], globals()[_decode.__name__] = _encode, _decode


def escape_encode(input, errors='strict'):
    """Bytes as the inside of a literal."""
    return input.encode('string-escape', errors), len(input)


def escape_decode(input, errors='strict'):
    """The bytes of the inside of a literal."""
    return input.decode('string-escape', errors), len(input)


def encode(obj, encoding='ascii', errors='strict'):
    """The value encoded."""
    return _run(lookup(encoding), 0, obj, errors)


def decode(obj, encoding='ascii', errors='strict'):
    """The value decoded."""
    return _run(lookup(encoding), 1, obj, errors)


def getencoder(encoding):
    """The function that encodes."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """The function that decodes."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """The class of what encodes a text part by part."""
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    """The class of what decodes bytes part by part."""
    found = lookup(encoding).incrementaldecoder
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    """The class of what decodes a stream."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """The class of what encodes into a stream."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """The parts of a text, each encoded."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for part in iterator:
        output = encoder.encode(part)
        if output:
            yield output
    output = encoder.encode('', True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Bytes that come in parts, as far as each makes whole characters."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for part in iterator:
        output = decoder.decode(part)
        if output:
            yield output
    output = decoder.decode('', True)
    if output:
        yield output


def make_identity_dict(rng):
    """Each number by itself."""
    return dict((each, each) for each in rng)


def make_encoding_map(decoding_map):
    """A map the other way round; None for what several have."""
    made = {}
    for key, value in decoding_map.items():
        made[value] = key if value not in made else None
    return made


# Error handlers


def _unknown(error):
    return TypeError("don't know how to handle %s in error callback" % error.__class__.__name__)


def strict_errors(error):
    if isinstance(error, Exception):
        raise error
    raise TypeError('codec must pass exception instance')


def ignore_errors(error):
    if isinstance(error, UnicodeError):
        return u'', error.end
    raise _unknown(error)


def replace_errors(error):
    if isinstance(error, UnicodeEncodeError):
        return u'?' * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return u'\ufffd', error.end
    if isinstance(error, UnicodeTranslateError):
        return u'\ufffd' * (error.end - error.start), error.end
    raise _unknown(error)


def xmlcharrefreplace_errors(error):
    if isinstance(error, UnicodeEncodeError):
        return unicode(error.object[error.start:error.end].encode('ascii', 'xmlcharrefreplace')), error.end
    raise _unknown(error)


def backslashreplace_errors(error):
    if isinstance(error, UnicodeEncodeError):
        return unicode(error.object[error.start:error.end].encode('ascii', 'backslashreplace')), error.end
    raise _unknown(error)


_usual = {'strict': strict_errors, 'ignore': ignore_errors, 'replace': replace_errors,
          'xmlcharrefreplace': xmlcharrefreplace_errors, 'backslashreplace': backslashreplace_errors}


def register_error(name, handler):
    """Makes a handler known: it takes the UnicodeError and gives (replacement, position to go on at)."""
    if not callable(handler):
        raise TypeError('handler must be callable')
    _handlers[name] = handler


def lookup_error(name):
    try:
        return _handlers.get(name) or _usual[name]
    except KeyError:
        raise LookupError('unknown error handler name %r' % name)


# Parts of texts, and files


class Codec:
    """What codecs of a program's own derive from."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder(object):
    """Encodes a text part by part."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begins a new text."""

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An encoder that may need more of the text first."""

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder(object):
    """Decodes bytes part by part."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Begins a new text."""

    def getstate(self):
        return '', 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """A decoder that keeps the bytes of a character that is not whole yet."""

    def __init__(self, errors='strict'):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = ''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        self.buffer = ''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class _Stream(Codec):
    """What readers and writers share: they have all that their stream has."""

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamWriter(_Stream):
    """Encodes what is written to a stream."""

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        data, consumed = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()


class StreamReader(_Stream):
    """Decodes what is read from a stream."""

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.reset()

    def reset(self):
        """Forgets what was read and not taken."""
        self.bytebuffer = ''
        self.charbuffer = ''
        self.linebuffer = None

    def _fetch(self, size, firstline):
        """Reads and decodes more; False at the end of the stream."""
        newdata = self.stream.read() if size < 0 else self.stream.read(size)
        data = self.bytebuffer + newdata
        try:
            newchars, decoded = self.decode(data, self.errors)
        except UnicodeDecodeError, error:
            if not firstline:
                raise
            newchars, decoded = self.decode(data[:error.start], self.errors)
            if len(newchars.splitlines(True)) <= 1:
                raise
        self.bytebuffer = data[decoded:]
        self.charbuffer += newchars
        return bool(newdata)

    def read(self, size=-1, chars=-1, firstline=False):
        """At most `chars` characters, or about `size`, or all."""
        if self.linebuffer:
            self.charbuffer = ''.join(self.linebuffer)
            self.linebuffer = None
        wanted = chars if chars >= 0 else size
        while wanted < 0 or len(self.charbuffer) < wanted:
            if not self._fetch(size, firstline) or size < 0:
                break
        if wanted < 0:
            wanted = len(self.charbuffer)
        result = self.charbuffer[:wanted]
        self.charbuffer = self.charbuffer[wanted:]
        return result

    def readline(self, size=None, keepends=True):
        """The next line; empty at the end."""
        if self.linebuffer:
            return self._next_line(self.linebuffer, keepends)
        readsize = size or 72
        line = ''
        while True:
            data = self.read(readsize, firstline=True)
            if data and data[-1] == '\r':
                data += self.read(size=1, chars=1)
            line += data
            lines = line.splitlines(True)
            if len(lines) > 1:
                return self._next_line(lines, keepends)
            if lines and lines[0].splitlines()[0] != lines[0] or not data or size is not None:
                return line if keepends or not lines else lines[0].splitlines()[0]
            readsize = min(readsize * 2, 8000)

    def _next_line(self, lines, keepends):
        """The first of several lines; the last may not be whole."""
        line = lines.pop(0)
        if len(lines) == 1:
            self.charbuffer = lines[0] + self.charbuffer
            self.linebuffer = None
        else:
            lines[-1] += self.charbuffer
            self.charbuffer = ''
            self.linebuffer = lines
        return line if keepends else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        """All lines that are left."""
        return self.read().splitlines(keepends)

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def next(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self


class StreamReaderWriter:
    """A stream of text both ways."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def next(self):
        return self.reader.next()

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


class StreamRecoder:
    """A stream in one encoding that is read and written in another."""

    data_encoding = file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        data = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(data, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(True)

    def next(self):
        return self.encode(self.reader.next(), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(''.join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def __getattr__(self, name, getattr=getattr):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def open(filename, mode='rb', encoding=None, errors='strict', buffering=1):
    """Opens a file whose text is in an encoding; without one, a file of bytes."""
    if encoding is not None:
        if 'U' in mode:
            mode = mode.strip().replace('U', '')
            if mode[:1] not in ('r', 'w', 'a'):
                mode = 'r' + mode
        if 'b' not in mode:
            mode += 'b'
    file = __builtin__.open(filename, mode, buffering)
    if encoding is None:
        return file
    info = lookup(encoding)
    text = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
    text.encoding = encoding
    return text


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """A file in one encoding that is read and written in another."""
    if file_encoding is None:
        file_encoding = data_encoding
    data_info, file_info = lookup(data_encoding), lookup(file_encoding)
    recoder = StreamRecoder(file, data_info.encode, data_info.decode, file_info.streamreader, file_info.streamwriter,
                            errors)
    recoder.data_encoding, recoder.file_encoding = data_encoding, file_encoding
    return recoder
