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
    return s.translate(table, deletions) if deletions or table is None else s.translate(table)


def capwords(s, sep=None):
    """Each word with a capital letter."""
    return (sep or ' ').join(word.capitalize() for word in s.split(sep))


def maketrans(fromstr, tostr):
    """The table with which `translate` turns each character of the first string into that of the second."""
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

    def __init__(self, template):
        self.template = template

    def substitute(*args, **names):
        """The text with every place filled; KeyError for a name that is missing."""
        self, values = _values(args, names)
        return self._fill(lambda place, name: str(values[name]), self._refuse)

    def safe_substitute(*args, **names):
        """The text; places without a value stay as they are."""
        self, values = _values(args, names)
        return self._fill(lambda place, name: str(values[name]) if name in values else place, lambda at: self.delimiter)

    def _fill(self, value, wrong):
        text, out, at = self.template, [], 0
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
    values = dict(args[1]) if len(args) == 2 else {}
    values.update(names)
    return args[0], values


def _is_name(text):
    return text.replace('_', 'a').isalnum() and not text[0].isdigit()
