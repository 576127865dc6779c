"""Quoting for URLs and forms (RFC 3986, application/x-www-form-urlencoded), and the parts of a URL.

NOT-PYTHON: there is no network behind it.
"""

from _urlencoded import unquote

__all__ = ['urlopen', 'URLopener', 'FancyURLopener', 'urlretrieve', 'urlcleanup', 'quote', 'quote_plus', 'unquote',
           'unquote_plus', 'urlencode', 'url2pathname', 'pathname2url', 'splittag', 'localhost', 'thishost', 'ftperrors',
           'unwrap', 'splittype', 'splithost', 'splituser', 'splitpasswd', 'splitport', 'splitnport', 'splitquery',
           'splitattr', 'splitvalue', 'getproxies']

__version__ = '1.17'

always_safe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-'

_safe_map = dict((chr(code), chr(code) if chr(code) in always_safe else '%%%02X' % code) for code in range(256))


class ContentTooShortError(IOError):
    """Less came than was announced."""

    def __init__(self, message, content):
        IOError.__init__(self, message)
        self.content = content


def quote(s, safe='/'):
    """The text with %xx for every character that is neither safe by itself nor listed in `safe`."""
    if not s:
        if s is None:
            raise TypeError('None object cannot be quoted')
        return s
    if not s.rstrip(always_safe + safe):
        return s
    return ''.join([safe[safe.find(c)] if c in safe else _safe_map[c] for c in s])


def quote_plus(s, safe=''):
    """Like quote, for form fields: a space becomes +."""
    if ' ' in s:
        return quote(s, safe + ' ').replace(' ', '+')
    return quote(s, safe)


def unquote_plus(s):
    """Like unquote, for form fields: + is a space."""
    return unquote(s.replace('+', ' '))


def urlencode(query, doseq=0):
    """A mapping or pairs as a query string; with a true doseq, a sequence gives a field for each of its items."""
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            fitting = not len(query) or isinstance(query[0], tuple)
        except TypeError:
            fitting = False
        if not fitting:
            raise TypeError('not a valid non-string sequence or mapping object')
    fields = []
    for name, value in query:
        name = quote_plus(str(name))
        if not doseq:
            fields.append(name + '=' + quote_plus(str(value)))
            continue
        for each in _values(value):
            fields.append(name + '=' + quote_plus(each))
    return '&'.join(fields)


def _values(value):
    """The texts of a field: one, or one for each item of a sequence."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, unicode):
        return [value.encode('ASCII', 'replace')]
    try:
        len(value)
    except TypeError:
        return [str(value)]
    return [str(each) for each in value]


def pathname2url(pathname):
    """A path of the disk as the path of a URL."""
    return quote(pathname)


def url2pathname(pathname):
    """The path of a URL as a path of the disk."""
    return unquote(pathname)


def toBytes(url):
    """A URL of ASCII characters as a str."""
    if isinstance(url, unicode):
        try:
            url = url.encode('ASCII')
        except UnicodeError:
            raise UnicodeError('URL ' + repr(url) + ' contains non-ASCII characters')
    return url


def unwrap(url):
    """The URL in <URL:type://host/path>."""
    url = url.strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    return url[4:].strip() if url[:4] == 'URL:' else url


def splittype(url):
    """type:rest -> type, rest."""
    scheme, colon, rest = url.partition(':')
    if not colon or not scheme or '/' in scheme:
        return None, url
    return scheme.lower(), rest


def splithost(url):
    """//host[:port]/path -> host[:port], /path."""
    if url[:2] != '//':
        return None, url
    end = 2
    while end < len(url) and url[end] not in '/#?':
        end += 1
    path = url[end:]
    if path and path[0] != '/':
        path = '/' + path
    return url[2:end], path


def _last(text, mark):
    """What stands before the last `mark`, and after it; None where there is none, or not in the first line."""
    head, found, tail = text.rpartition(mark)
    return (head, tail) if found and '\n' not in head else None


def _line(text):
    """The only line of the text, without its end; None for several."""
    text = text[:-1] if text[-1:] == '\n' else text
    return None if '\n' in text else text


def splituser(host):
    """user[:password]@host[:port] -> user[:password], host[:port]."""
    return _last(_line(host) or '', '@') or (None, host)


def splitpasswd(user):
    """user:password -> user, password."""
    name, colon, password = user.partition(':')
    return (name, password) if colon else (user, None)


def splitport(host):
    """host:port -> host, port."""
    parts = _last(_line(host) or '', ':')
    if parts is None or parts[1].strip('0123456789'):
        return host, None
    return parts[0], parts[1] or None


def splitnport(host, defport=-1):
    """host:port -> host, the port as a number; None for one that is no number, `defport` for none."""
    parts = _last(_line(host) or '', ':')
    if parts is None or not parts[1]:
        return host if parts is None else parts[0], defport
    try:
        return parts[0], int(parts[1])
    except ValueError:
        return parts[0], None


def splitquery(url):
    """/path?query -> /path, query."""
    return _last(url, '?') or (url, None)


def splittag(url):
    """/path#tag -> /path, tag."""
    return _last(url, '#') or (url, None)


def splitattr(url):
    """/path;attr1=value1;attr2=value2 -> /path, [attributes]."""
    words = url.split(';')
    return words[0], words[1:]


def splitvalue(attr):
    """attr=value -> attr, value."""
    name, equals, value = attr.partition('=')
    value = _line(value)
    return (name, value) if equals and value is not None else (attr, None)


# NOT-PYTHON: pages cannot open other sites, and there is no machine whose name or settings could be asked for.

def urlopen(url, data=None, proxies=None, context=None):
    """IOError: there is no network."""
    raise IOError('socket error', 'this playground has no network: pages cannot open other sites')


def urlretrieve(url, filename=None, reporthook=None, data=None, context=None):
    """IOError: there is no network."""
    return urlopen(url)


def urlcleanup():
    """Forgets what was fetched: nothing."""


class URLopener:
    """Opens URLs, where there is a network."""

    version = 'Python-urllib/' + __version__

    def __init__(self, proxies=None, context=None, **x509):
        self.proxies = proxies or {}
        self.addheaders = [('User-Agent', self.version), ('Accept', '*/*')]

    def addheader(self, *args):
        self.addheaders.append(args)

    def open(self, fullurl, data=None):
        return urlopen(fullurl, data)

    def retrieve(self, url, filename=None, reporthook=None, data=None):
        return urlopen(url)

    def close(self):
        pass

    cleanup = close


class FancyURLopener(URLopener):
    """Follows redirections too, where there is a network."""


def localhost():
    return '127.0.0.1'


thishost = localhost


def ftperrors():
    return (IOError, EOFError)


def getproxies():
    return {}


getproxies_environment = getproxies


def proxy_bypass(host):
    return 0


proxy_bypass_environment = proxy_bypass
