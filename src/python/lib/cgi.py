"""`cgi`: the forms of a request as a program of CGI gets them, and text made safe to stand in HTML.

NOT-PYTHON: the server reads the forms of a page itself. Here there is neither a standard input nor an environment that
tells of a request, so `FieldStorage` and `parse` know what they are given.
"""

import sys
from cStringIO import StringIO

from _urlencoded import parse_qs, parse_qsl

__all__ = ['MiniFieldStorage', 'FieldStorage', 'parse', 'parse_qs', 'parse_qsl', 'parse_multipart', 'parse_header',
           'print_form', 'print_environ', 'print_directory', 'print_arguments', 'print_environ_usage', 'escape']

maxlen = 0

_FORM = 'application/x-www-form-urlencoded'
_LINE = 1 << 16


def escape(s, quote=None):
    """The text with &, < and > as character references; with a true quote also \"."""
    s = s.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')
    return s.replace('"', '&quot;') if quote else s


def valid_boundary(s):
    """Can this divide the parts of a form? 1 to 201 printable characters, the last no blank."""
    return 0 < len(s) <= 201 and s[-1] != ' ' and not [c for c in s if not ' ' <= c <= '~']


def _parameters(text):
    """The parts of a field between semicolons, but not between those in quotes."""
    while text[:1] == ';':
        text = text[1:]
        end = text.find(';')
        while end > 0 and (text.count('"', 0, end) - text.count('\\"', 0, end)) % 2:
            end = text.find(';', end + 1)
        if end < 0:
            end = len(text)
        yield text[:end].strip()
        text = text[end:]


def parse_header(line):
    """The value of a field such as Content-Type, and its parameters by their names."""
    parts = _parameters(';' + line)
    value = parts.next()
    parameters = {}
    for part in parts:
        name, equals, given = part.partition('=')
        if not equals:
            continue
        given = given.strip()
        if len(given) >= 2 and given[0] == given[-1] == '"':
            given = given[1:-1].replace('\\\\', '\\').replace('\\"', '"')
        parameters[name.strip().lower()] = given
    return value, parameters


def _check_length(length):
    if maxlen and length > maxlen:
        raise ValueError('Maximum content length exceeded')


def parse(fp=None, environ=None, keep_blank_values=0, strict_parsing=0):
    """The fields of the request that `environ` tells of and whose body is `fp`: each name with its values."""
    environ = {} if environ is None else environ
    if 'REQUEST_METHOD' not in environ:
        environ['REQUEST_METHOD'] = 'GET'
    if environ['REQUEST_METHOD'] == 'POST':
        ctype, pdict = parse_header(environ['CONTENT_TYPE'])
        if ctype == 'multipart/form-data':
            return parse_multipart(fp, pdict)
        query = ''
        if ctype == _FORM:
            length = int(environ['CONTENT_LENGTH'])
            _check_length(length)
            query = fp.read(length)
        if 'QUERY_STRING' in environ:
            query = (query and query + '&') + environ['QUERY_STRING']
    else:
        query = environ.get('QUERY_STRING', '')
    environ['QUERY_STRING'] = query
    return parse_qs(query, keep_blank_values, strict_parsing)


class _Headers(dict):
    """The header fields of a part of a form, by their names in small letters."""

    def __init__(self, fp):
        """Reads from the file up to the blank line; a line that is no field is left to be read again."""
        name = None
        while True:
            start = fp.tell() if hasattr(fp, 'tell') else None
            line = fp.readline(_LINE)
            if line in ('', '\n', '\r\n'):
                return
            if name and line[0] in ' \t':
                self[name] = (self[name] + '\n ' + line.strip()).strip()
                continue
            name, colon, value = line.partition(':')
            if not colon:
                if start is not None:
                    fp.seek(start)
                return
            name = name.lower()
            if name:
                self[name] = value.strip()

    def __getitem__(self, name):
        return dict.__getitem__(self, name.lower())

    def __contains__(self, name):
        return dict.__contains__(self, name.lower())

    has_key = __contains__

    def get(self, name, default=None):
        return dict.get(self, name.lower(), default)

    getheader = get


def parse_multipart(fp, pdict):
    """The parts of a form, wholly in memory: each name with the list of its values."""
    boundary = pdict.get('boundary', '')
    if not valid_boundary(boundary):
        raise ValueError('Invalid boundary in multipart form: %r' % (boundary,))
    after, last = '--' + boundary, '--' + boundary + '--'
    found = {}
    end = ''
    while end != last:
        size = -1
        data = None
        headers = {}
        if end:
            headers = _Headers(fp)
            length = headers.getheader('content-length')
            if length:
                try:
                    size = int(length)
                except ValueError:
                    pass
            if size > 0:
                _check_length(size)
                data = fp.read(size)
            else:
                data = ''
        lines = []
        while True:
            line = fp.readline()
            if not line:
                end = last
                break
            if line[:2] == '--':
                end = line.strip()
                if end in (after, last):
                    break
            lines.append(line)
        if data is None:
            continue
        if size < 0:
            data = ''.join(lines)
            data = data[:-2] if data[-2:] == '\r\n' else data[:-1] if data[-1:] == '\n' else data
        kind, parameters = parse_header(headers['content-disposition'])
        if kind == 'form-data' and 'name' in parameters:
            found.setdefault(parameters['name'], []).append(data)
    return found


class MiniFieldStorage:
    """A field of a form that is a text."""

    filename = None
    list = None
    type = None
    file = None
    type_options = {}
    disposition = None
    disposition_options = {}
    headers = {}

    def __init__(self, name, value):
        self.name = name
        self.value = value

    def __repr__(self):
        return 'MiniFieldStorage(%r, %r)' % (self.name, self.value)


class FieldStorage:
    """The fields of a form by their names, or one field with what is known of it.

    `name`, `filename`, `value`, `file`, `type`, `type_options`, `disposition`, `disposition_options`, `headers`; `list`
    has the fields of a form. NOT-PYTHON: a body is kept in memory, be it ever so long.
    """

    FieldStorageClass = None
    bufsize = 8 * 1024

    def __init__(self, fp=None, headers=None, outerboundary='', environ=None, keep_blank_values=0, strict_parsing=0,
                 max_num_fields=None):
        environ = {} if environ is None else environ
        method = environ.get('REQUEST_METHOD', 'GET').upper()
        self.keep_blank_values = keep_blank_values
        self.strict_parsing = strict_parsing
        self.max_num_fields = max_num_fields
        self.qs_on_post = None
        if method in ('GET', 'HEAD'):
            fp = StringIO(environ.get('QUERY_STRING', ''))
            if headers is None:
                headers = {'content-type': _FORM}
        if headers is None:
            headers = self._given_headers(method, environ)
        self.fp = fp or sys.stdin
        self.headers = headers
        self.outerboundary = outerboundary
        self._read_headers()
        if self.type == _FORM:
            self.read_urlencoded()
        elif self.type[:10] == 'multipart/':
            self.read_multi(environ, keep_blank_values, strict_parsing)
        else:
            self.read_single()

    def _given_headers(self, method, environ):
        """What the environment says of the body."""
        headers = {}
        if method == 'POST':
            headers['content-type'] = _FORM
        if 'CONTENT_TYPE' in environ:
            headers['content-type'] = environ['CONTENT_TYPE']
        if 'QUERY_STRING' in environ:
            self.qs_on_post = environ['QUERY_STRING']
        if 'CONTENT_LENGTH' in environ:
            headers['content-length'] = environ['CONTENT_LENGTH']
        return headers

    def _read_headers(self):
        headers = self.headers
        cdisp, pdict = '', {}
        if 'content-disposition' in headers:
            cdisp, pdict = parse_header(headers['content-disposition'])
        self.disposition = cdisp
        self.disposition_options = pdict
        self.name = pdict.get('name')
        self.filename = pdict.get('filename')
        if 'content-type' in headers:
            ctype, pdict = parse_header(headers['content-type'])
        else:
            ctype, pdict = _FORM if not self.outerboundary and headers is None else 'text/plain', {}
        self.type = ctype
        self.type_options = pdict
        self.innerboundary = pdict.get('boundary', '')
        length = -1
        if 'content-length' in headers:
            try:
                length = int(headers['content-length'])
            except ValueError:
                pass
            _check_length(length)
        self.length = length
        self.list = self.file = None
        self.done = 0

    def __repr__(self):
        return 'FieldStorage(%r, %r, %r)' % (self.name, self.filename, self.value)

    def __iter__(self):
        return iter(self.keys())

    def __getattr__(self, name):
        if name != 'value':
            raise AttributeError(name)
        if self.file:
            self.file.seek(0)
            value = self.file.read()
            self.file.seek(0)
            return value
        return self.list

    def _fields(self):
        if self.list is None:
            raise TypeError('not indexable')
        return self.list

    def _named(self, key):
        return [field for field in self._fields() if field.name == key]

    def __getitem__(self, key):
        """The field of this name; a list of several."""
        found = self._named(key)
        if not found:
            raise KeyError(key)
        return found[0] if len(found) == 1 else found

    def getvalue(self, key, default=None):
        """The value of the field of this name; a list of the values of several."""
        if key not in self:
            return default
        found = self[key]
        return [field.value for field in found] if type(found) is list else found.value

    def getfirst(self, key, default=None):
        """The value of the first field of this name."""
        if key not in self:
            return default
        found = self[key]
        return found[0].value if type(found) is list else found.value

    def getlist(self, key):
        """The values of all fields of this name."""
        return [field.value for field in self._named(key)]

    def keys(self):
        """The names of all fields, each once."""
        return list(set([field.name for field in self._fields()]))

    def has_key(self, key):
        return bool(self._named(key))

    __contains__ = has_key

    def __len__(self):
        return len(self.keys())

    def __nonzero__(self):
        return bool(self.list)

    def read_urlencoded(self):
        """Reads a form in the way of a query string."""
        query = self.fp.read(self.length)
        if self.qs_on_post:
            query += '&' + self.qs_on_post
        pairs = parse_qsl(query, self.keep_blank_values, self.strict_parsing, self.max_num_fields)
        self.list = [MiniFieldStorage(name, value) for name, value in pairs]
        self.skip_lines()

    def read_multi(self, environ, keep_blank_values, strict_parsing):
        """Reads a form of parts; each is a FieldStorage."""
        boundary = self.innerboundary
        if not valid_boundary(boundary):
            raise ValueError('Invalid boundary in multipart form: %r' % (boundary,))
        most = self.max_num_fields
        self.list = []
        if self.qs_on_post:
            pairs = parse_qsl(self.qs_on_post, self.keep_blank_values, self.strict_parsing, most)
            self.list.extend([MiniFieldStorage(name, value) for name, value in pairs])
        if most is not None:
            most -= len(self.list)
        klass = self.FieldStorageClass or self.__class__
        # What stands before the first boundary is no part.
        part = klass(self.fp, {}, boundary, environ, keep_blank_values, strict_parsing, most)
        while not part.done:
            headers = _Headers(self.fp)
            part = klass(self.fp, headers, boundary, environ, keep_blank_values, strict_parsing, most)
            if most is not None:
                most -= 1
                if part.list:
                    most -= len(part.list)
                if most < 0:
                    raise ValueError('Max number of fields exceeded')
            self.list.append(part)
        self.skip_lines()

    def read_single(self):
        """Reads what is not divided."""
        if self.length >= 0:
            self.read_binary()
            self.skip_lines()
        else:
            self.read_lines()
        self.file.seek(0)

    def read_binary(self):
        """Reads as many bytes as were announced."""
        self.file = self.make_file('b')
        left = self.length
        while left > 0:
            data = self.fp.read(min(left, self.bufsize))
            if not data:
                self.done = -1
                break
            self.file.write(data)
            left -= len(data)

    def read_lines(self):
        """Reads to the boundary, or to the end."""
        self.file = StringIO()
        if self.outerboundary:
            self.read_lines_to_outerboundary()
        else:
            self.read_lines_to_eof()

    def read_lines_to_eof(self):
        while True:
            line = self.fp.readline(_LINE)
            if not line:
                self.done = -1
                break
            self.file.write(line)

    def _to_boundary(self, take):
        """Gives the lines before the boundary to `take`, the last without its end, which belongs to the boundary."""
        after, last = '--' + self.outerboundary, '--' + self.outerboundary + '--'
        held = ''
        line_ended = True
        while True:
            line = self.fp.readline(_LINE)
            if not line:
                self.done = -1
                break
            if held == '\r':
                line = held + line
                held = ''
            if line[:2] == '--' and line_ended:
                stripped = line.strip()
                if stripped == after:
                    break
                if stripped == last:
                    self.done = 1
                    break
            end = '\r\n' if line[-2:] == '\r\n' else '\n' if line[-1] == '\n' else ''
            line_ended = end != ''
            text = line[:len(line) - len(end)]
            if not end and line[-1] == '\r':
                end, text = '\r', line[:-1]
            take(held + text)
            held = end

    def read_lines_to_outerboundary(self):
        self._to_boundary(self.file.write)

    def skip_lines(self):
        """Passes over what is left before the boundary."""
        if self.outerboundary and not self.done:
            self._to_boundary(len)

    def make_file(self, binary=None):
        """A file to write a body into, and to read it from."""
        return StringIO()


def print_form(form):
    """Prints the fields of a form as HTML."""
    print
    print '<H3>Form Contents:</H3>'
    if not form.keys():
        print '<P>No form fields.'
    print '<DL>'
    for key in sorted(form.keys()):
        print '<DT>' + escape(key) + ':',
        value = form[key]
        print '<i>' + escape(repr(type(value))) + '</i>'
        print '<DD>' + escape(repr(value))
    print '</DL>'
    print


def print_environ(environ=None):
    """Prints the variables of an environment as HTML."""
    environ = {} if environ is None else environ
    print
    print '<H3>Shell Environment:</H3>'
    print '<DL>'
    for key in sorted(environ.keys()):
        print '<DT>', escape(key), '<DD>', escape(environ[key])
    print '</DL>'
    print


def print_directory():
    """Prints where the page stands as HTML."""
    import _files
    print
    print '<H3>Current Working Directory:</H3>'
    print escape(_files.absolute('.'))
    print


def print_arguments():
    """Prints the arguments of the program as HTML."""
    print
    print '<H3>Command Line Arguments:</H3>'
    print
    print sys.argv
    print


def print_environ_usage():
    """Prints the variables that a server may set as HTML."""
    print
    print '<H3>These environment variables could have been set:</H3>'
    print '<UL>'
    for name in ('AUTH_TYPE CONTENT_LENGTH CONTENT_TYPE DATE_GMT DATE_LOCAL DOCUMENT_NAME DOCUMENT_ROOT DOCUMENT_URI '
                 'GATEWAY_INTERFACE LAST_MODIFIED PATH PATH_INFO PATH_TRANSLATED QUERY_STRING REMOTE_ADDR REMOTE_HOST '
                 'REMOTE_IDENT REMOTE_USER REQUEST_METHOD SCRIPT_NAME SERVER_NAME SERVER_PORT SERVER_PROTOCOL '
                 'SERVER_ROOT SERVER_SOFTWARE').split():
        print '<LI>' + name
    print '</UL>'
    print 'In addition, HTTP headers sent by the server may be passed in the'
    print 'environment as well.  Here are some common variable names:'
    print '<UL>'
    for name in 'HTTP_ACCEPT HTTP_CONNECTION HTTP_HOST HTTP_PRAGMA HTTP_REFERER HTTP_USER_AGENT'.split():
        print '<LI>' + name
    print '</UL>'
    print
