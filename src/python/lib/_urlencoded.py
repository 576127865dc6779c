"""Query strings and forms, for `urlparse` and `cgi`."""

_digits = '0123456789abcdefABCDEF'
_bytes = dict((high + low, chr(int(high + low, 16))) for high in _digits for low in _digits)


def unquote(s):
    """The text with the characters that each %xx stands for."""
    pieces = s.split('%')
    if len(pieces) == 1:
        return s
    wide = isinstance(s, unicode)
    out = [pieces[0]]
    for piece in pieces[1:]:
        byte = _bytes.get(piece[:2])
        if byte is None:
            out.append('%' + piece)
        else:
            out.append((unichr(ord(byte)) if wide else byte) + piece[2:])
    return ''.join(out)


def parse_qs(qs, keep_blank_values=0, strict_parsing=0, max_num_fields=None):
    """The fields of a query string: each name with the list of its values."""
    fields = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, max_num_fields):
        fields.setdefault(name, []).append(value)
    return fields


def parse_qsl(qs, keep_blank_values=0, strict_parsing=0, max_num_fields=None):
    """The fields of a query string as pairs; ValueError for one without = when `strict_parsing`."""
    if max_num_fields is not None and max_num_fields < 1 + qs.count('&') + qs.count(';'):
        raise ValueError('Max number of fields exceeded')
    found = []
    for field in [part for whole in qs.split('&') for part in whole.split(';')]:
        if not field and not strict_parsing:
            continue
        name, equals, value = field.partition('=')
        if not equals and strict_parsing:
            raise ValueError('bad query field: %r' % (field,))
        if value or keep_blank_values:
            found.append((unquote(name.replace('+', ' ')), unquote(value.replace('+', ' '))))
    return found
