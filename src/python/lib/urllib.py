"""Quoting for URLs and forms (RFC 3986, application/x-www-form-urlencoded). There is no network behind it."""

always_safe = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-'

_escapes = dict((chr(code), '%%%02X' % code) for code in range(256))
_bytes = dict(('%02x' % code, chr(code)) for code in range(256))


def quote(s, safe='/'):
    """The text with %xx for every character that is neither safe by itself nor listed in `safe`."""
    if s is None:
        raise TypeError('None object cannot be quoted')
    if isinstance(s, unicode):
        # NOT-PYTHON: CPython raises KeyError for what is beyond ASCII.
        s = s.encode('utf-8')
    plain = always_safe + safe
    if not s.rstrip(plain):
        return s
    return ''.join([c if c in plain else _escapes[c] for c in s])


def quote_plus(s, safe=''):
    """Like quote, for form fields: a space becomes +."""
    return quote(s, safe + ' ').replace(' ', '+')


def unquote(s):
    """The text with the characters that each %xx stands for."""
    pieces = s.split('%')
    out = [pieces[0]]
    for piece in pieces[1:]:
        byte = _bytes.get(piece[:2].lower())
        if byte is None:
            out.append('%' + piece)
        elif isinstance(s, unicode):
            out.append(unichr(ord(byte)) + piece[2:])
        else:
            out.append(byte + piece[2:])
    return ''.join(out)


def unquote_plus(s):
    """Like unquote, for form fields: + is a space."""
    return unquote(s.replace('+', ' '))


def urlencode(query, doseq=0):
    """A mapping or pairs as a query string; with a true doseq, a list gives a field for each of its items."""
    if hasattr(query, 'items'):
        query = query.items()
    elif not isinstance(query, (list, tuple)) or query and not isinstance(query[0], tuple):
        raise TypeError('not a valid non-string sequence or mapping object')
    fields = []
    for name, value in query:
        values = value if doseq and isinstance(value, (list, tuple)) else [value]
        for each in values:
            fields.append(quote_plus(_text(name)) + '=' + quote_plus(_text(each)))
    return '&'.join(fields)


def _text(value):
    return value if isinstance(value, basestring) else str(value)


def pathname2url(path):
    return quote(path)


def url2pathname(path):
    return unquote(path)


def urlopen(url, data=None, proxies=None):
    raise IOError('socket error', 'this playground has no network: pages cannot open other sites')


urlretrieve = urlopen
