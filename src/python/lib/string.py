"""Constants of characters, templates, and the methods of strings as functions."""

lowercase = ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
uppercase = ascii_uppercase = lowercase.upper()
letters = ascii_letters = lowercase + uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
whitespace = '\t\n\x0b\x0c\r '
printable = digits + letters + punctuation + ' \t\n\r\x0b\x0c'

index_error = atoi_error = atof_error = atol_error = ValueError


def lower(s): return s.lower()
def upper(s): return s.upper()
def swapcase(s): return s.swapcase()
def capitalize(s): return s.capitalize()
def strip(s, chars=None): return s.strip(chars)
def lstrip(s, chars=None): return s.lstrip(chars)
def rstrip(s, chars=None): return s.rstrip(chars)
def split(s, sep=None, maxsplit=-1): return s.split(sep, maxsplit)
def rsplit(s, sep=None, maxsplit=-1): return s.rsplit(sep, maxsplit)
def join(words, sep=' '): return sep.join(words)
def find(s, *args): return s.find(*args)
def rfind(s, *args): return s.rfind(*args)
def index(s, *args): return s.index(*args)
def rindex(s, *args): return s.rindex(*args)
def count(s, *args): return s.count(*args)
def ljust(s, width, *args): return s.ljust(width, *args)
def rjust(s, width, *args): return s.rjust(width, *args)
def center(s, width, *args): return s.center(width, *args)
def expandtabs(s, tabsize=8): return s.expandtabs(tabsize)
def replace(s, old, new, maxreplace=-1): return s.replace(old, new, maxreplace)


splitfields, joinfields = split, join


def zfill(x, width):
    return (x if isinstance(x, basestring) else repr(x)).zfill(width)


def translate(s, table, deletions=''):
    return s.translate(table, deletions) if deletions or table is None else s.translate(table + s[:0])


def capwords(s, sep=None):
    """Each word with a capital letter."""
    return (sep or ' ').join(word.capitalize() for word in s.split(sep))


def maketrans(fromstr, tostr):
    """The table with which `translate` turns each character of the first string into that of the second."""
    for at, text in enumerate((fromstr, tostr)):
        if not isinstance(text, (basestring, bytearray, buffer)):
            raise TypeError('maketrans() argument %d must be string or read-only character buffer, not %s' % (
                at + 1, 'None' if text is None else type(text).__name__))
    fromstr, tostr = str(fromstr), str(tostr)
    if len(fromstr) != len(tostr):
        raise ValueError('maketrans arguments must have same length')
    table = map(chr, range(256))
    for old, new in zip(fromstr, tostr):
        table[ord(old)] = new
    return ''.join(table)


def atoi(s, base=10): return int(s, base)
def atol(s, base=10): return long(s, base)
def atof(s): return float(s)


class Template(object):
    """A text with places: $name or ${name}; $$ is a dollar sign."""

    delimiter = '$'
    # NOT-PYTHON: there is no `pattern`, and another `idpattern` changes nothing: templates do without regular expressions.
    idpattern = '[_a-z][_a-z0-9]*'

    def __init__(self, template):
        self.template = template

    def substitute(*args, **names):
        """The text with every place filled; KeyError for a name that is missing."""
        self, values = _values(args, names)
        return self._fill(lambda place, name: '%s' % (values[name],), self._refuse)

    def safe_substitute(*args, **names):
        """The text; places without a value stay as they are."""
        self, values = _values(args, names)

        def value(place, name):
            try:
                return '%s' % (values[name],)
            except KeyError:
                return place

        return self._fill(value, lambda at: self.delimiter)

    def _fill(self, value, wrong):
        text, out, at = self.template, [], 0
        if not isinstance(text, basestring):
            raise TypeError('expected string or buffer')
        while True:
            found = text.find(self.delimiter, at)
            if found < 0:
                return ''.join(out + [text[at:]])
            out.append(text[at:found])
            at = found + len(self.delimiter)
            if text.startswith(self.delimiter, at):
                out.append(self.delimiter)
                at += len(self.delimiter)
                continue
            braced = text.startswith('{', at)
            end = start = at + braced
            while end < len(text) and _is_name(text[start:end + 1]):
                end += 1
            if end == start or braced and not text.startswith('}', end):
                out.append(wrong(found))
            else:
                at = end + braced
                out.append(value(text[found:at], text[start:end]))

    def _refuse(self, at):
        before = self.template[:at]
        column = at - before.rfind('\n')
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (before.count('\n') + 1, column))


def _values(args, names):
    if len(args) > 2:
        raise TypeError('Too many positional arguments')
    if len(args) == 1:
        return args[0], names
    return args[0], _Both(names, args[1]) if names else args[1]


class _Both(object):
    """What is in the first mapping, or else in the second."""

    def __init__(self, first, second):
        self._first, self._second = first, second

    def __getitem__(self, name):
        return self._first[name] if name in self._first else self._second[name]


def _is_name(text):
    return all(letter in _name_letters for letter in text) and text[0] not in digits


_name_letters = ascii_letters + digits + '_'


class Formatter(object):
    """`format` in parts that a subclass may change: what a field means, how its value is converted and written."""

    def format(*args, **kwargs):
        if not args:
            raise TypeError("descriptor 'format' of 'Formatter' object needs an argument")
        if len(args) == 1 and 'format_string' not in kwargs:
            raise TypeError("format() missing 1 required positional argument: 'format_string'")
        if len(args) == 1:
            args += (kwargs.pop('format_string'),)
        return args[0].vformat(args[1], args[2:], kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result = self._fill(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _fill(self, format_string, args, kwargs, used, depth):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        pieces = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                pieces.append(literal)
            if name is not None:
                value, first = self.get_field(name, args, kwargs)
                used.add(first)
                value = self.convert_field(value, conversion)
                pieces.append(self.format_field(value, self._fill(spec, args, kwargs, used, depth - 1)))
        return ''.join(pieces)

    def get_value(self, key, args, kwargs):
        """What a field means before its dots and brackets."""
        return args[key] if isinstance(key, (int, long)) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        raise ValueError('Unknown conversion specifier %s' % conversion)

    def parse(self, format_string):
        """(text before it, name, format, conversion) of each field; the name is None where no field follows."""
        if not isinstance(format_string, basestring):
            raise AttributeError("'%s' object has no attribute '_formatter_parser'" % type(format_string).__name__)
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        """(the value, the name or number that it begins with)"""
        first, rest = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, name in rest:
            value = getattr(value, name) if is_attribute else value[name]
        return value, first


def _parse(text):
    at = 0
    while at < len(text):
        end = at
        while end < len(text) and text[end] not in '{}':
            end += 1
        literal, brace = text[at:end], text[end:end + 1]
        if brace and text[end + 1:end + 2] == brace:
            yield literal + brace, None, None, None
            at = end + 2
        elif not brace:
            yield literal, None, None, None
            return
        elif brace == '}' or end + 1 == len(text):
            raise ValueError("Single '%s' encountered in format string" % brace)
        else:
            at = _closing(text, end + 1) + 1
            yield (literal,) + _parse_field(text[end + 1:at - 1])


def _closing(text, at):
    """Where the field that is open at `at` is closed."""
    depth = 1
    while at < len(text):
        depth += {'{': 1, '}': -1}.get(text[at], 0)
        if not depth:
            return at
        at += 1
    raise ValueError("unmatched '{' in format")


def _parse_field(field):
    at = 0
    while at < len(field) and field[at] not in ':!':
        at += 1
    name, conversion = field[:at], None
    if field[at:at + 1] == '!':
        conversion = field[at + 1:at + 2]
        if not conversion:
            raise ValueError('end of format while looking for conversion specifier')
        at += 2
        if field[at:at + 1] not in ('', ':'):
            raise ValueError("expected ':' after format specifier")
    return name, field[at + 1:], conversion


def _split_name(name):
    """What a field's name begins with, and its (is it an attribute?, name) one by one."""
    at = 0
    while at < len(name) and name[at] not in '.[':
        at += 1
    return _number_or_name(name[:at]), _rest_of_name(name, at)


def _number_or_name(text):
    if not text.isdigit():
        return text
    if int(text) > 9223372036854775807:
        raise ValueError('Too many decimal digits in format string')
    return long(text)


def _rest_of_name(name, at):
    while at < len(name):
        is_attribute = name[at] == '.'
        if not is_attribute and name[at] != '[':
            raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        start = end = at + 1
        while end < len(name) and name[end] not in ('.[' if is_attribute else ']'):
            end += 1
        if not is_attribute and end == len(name):
            raise ValueError("Missing ']' in format string")
        if end == start:
            raise ValueError('Empty attribute in format string')
        yield is_attribute, name[start:end] if is_attribute else _number_or_name(name[start:end])
        at = end if is_attribute else end + 1
