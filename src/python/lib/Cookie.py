"""`Cookie`: the cookies of a `Cookie` field, and `Set-Cookie` fields (RFC 2109)."""

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie', 'SerialCookie', 'SmartCookie', 'Cookie']


class CookieError(Exception):
    pass


_DIGITS = '0123456789'
_ALNUM = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ' + _DIGITS
_LegalChars = _ALNUM + "!#$%&'*+-.^_`|~"
_LegalKeyChars = _ALNUM + "_!#%&'~`><@,:/$*+-.^|)(?}{="
_LegalValueChars = _LegalKeyChars + '[]'
_WORD = _ALNUM + '_'
_SPACE = ' \t\n\r\f\v'


def _escaped(c):
    if c in '"\\':
        return '\\' + c
    return c if ' ' <= c <= '~' and c not in ',;' else '\\%03o' % ord(c)


def _quote(str, LegalChars=_LegalChars):
    """The text as the value of a cookie: in quotes, unless all its characters are legal."""
    if not str.strip(LegalChars) and not [c for c in str if c not in LegalChars]:
        return str
    return '"' + ''.join([_escaped(c) for c in str]) + '"'


def _unquote(str):
    """The text that a quoted value means; any other value as it is."""
    if len(str) < 2 or str[0] != '"' or str[-1] != '"':
        return str
    str = str[1:-1]
    out = []
    at = 0
    while True:
        back = str.find('\\', at)
        if back < 0:
            return ''.join(out) + str[at:]
        out.append(str[at:back])
        octal = str[back + 1:back + 4]
        if len(octal) == 3 and octal[0] in '0123' and not octal.strip('01234567'):
            out.append(chr(int(octal, 8)))
            at = back + 4
        elif octal and octal[0] != '\n':
            out.append(octal[0])
            at = back + 2
        else:
            out.append('\\')
            at = back + 1


def _getdate(future=0):
    """The time in so many seconds, as HTTP writes it."""
    import time
    year, month, day, hour, minute, second, weekday = time.gmtime(time.time() + future)[:7]
    return '%s, %02d %s %4d %02d:%02d:%02d GMT' % (
        ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')[weekday], day,
        ('Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')[month - 1], year,
        hour, minute, second)


class Morsel(dict):
    """One cookie: `key`, `value` and `coded_value`; its attributes are the items."""

    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain', 'max-age': 'Max-Age',
                 'secure': 'secure', 'httponly': 'httponly', 'version': 'Version'}
    _flags = set(['secure', 'httponly'])

    def __init__(self):
        self.key = self.value = self.coded_value = None
        for attribute in self._reserved:
            dict.__setitem__(self, attribute, '')

    def __setitem__(self, K, V):
        K = K.lower()
        if K not in self._reserved:
            raise CookieError('Invalid Attribute %s' % K)
        dict.__setitem__(self, K, V)

    def isReservedKey(self, K):
        """Is this the name of an attribute?"""
        return K.lower() in self._reserved

    def set(self, key, val, coded_val, LegalChars=_LegalChars):
        """Gives the cookie its name, its value and how that is written."""
        if key.lower() in self._reserved:
            raise CookieError('Attempt to set a reserved key: %s' % key)
        if [c for c in key if c not in LegalChars]:
            raise CookieError('Illegal key value: %s' % key)
        self.key, self.value, self.coded_value = key, val, coded_val

    def output(self, attrs=None, header='Set-Cookie:'):
        """The field that sets this cookie."""
        return '%s %s' % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return '<%s: %s=%s>' % (self.__class__.__name__, self.key, repr(self.value))

    def js_output(self, attrs=None):
        """A script that sets this cookie."""
        return '''
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = "%s";
        // end hiding -->
        </script>
        ''' % (self.OutputString(attrs).replace('"', '\\"'),)

    def OutputString(self, attrs=None):
        """The cookie with those of its attributes that are in `attrs`, or all."""
        result = ['%s=%s' % (self.key, self.coded_value)]
        for name, value in sorted(self.items()):
            if value == '' or attrs is not None and name not in attrs:
                continue
            shown = self._reserved[name]
            if name == 'expires' and type(value) == int:
                result.append('%s=%s' % (shown, _getdate(value)))
            elif name == 'max-age' and type(value) == int:
                result.append('%s=%d' % (shown, value))
            elif name in self._flags:
                result.append(shown)
            else:
                result.append('%s=%s' % (shown, value))
        return '; '.join(result)


def _skipped(text, at, chars):
    """The place after the run of `chars` that begins at `at`."""
    while at < len(text) and text[at] in chars:
        at += 1
    return at


def _ended(text, at):
    """The place after the blanks, semicolon or end that must follow a cookie; None where there is something else."""
    end = _skipped(text, at, _SPACE)
    if text[end:end + 1] == ';':
        return end + 1
    return end if end > at or end == len(text) else None


def _quoted_end(text, at):
    """The place after a text in quotes that begins at `at`; None when it does not end."""
    at += 1
    while at < len(text):
        if text[at] == '"':
            return at + 1
        if text[at] == '\\':
            at += 1
            if text[at:at + 1] in ('', '\n'):
                return None
        at += 1
    return None


def _date_end(text, at):
    """The place after a date of HTTP that begins at `at`, whose comma makes it no word; None for anything else."""
    if len(text) < at + 27 or text[at:at + 3].strip(_WORD) or text[at + 3] != ',' or text[at + 4] not in _SPACE:
        return None
    for size in 11, 10, 9:
        day = at + 5 + size
        rest = text[day:day + 13]
        if (len(rest) == 13 and not [c for c in text[at + 5:day] if c not in _SPACE + _WORD + '-'] and rest[0] in _SPACE
                and not rest[1:9].strip(_DIGITS + ':') and rest[9] in _SPACE and rest[10:] == 'GMT'):
            return day + 13
    return None


def _value(text, at):
    """The value after the = at `at`, and the place after what ends it; None when there is none."""
    start = _skipped(text, at + 1, _SPACE)
    ends = [_skipped(text, start, _LegalValueChars)]
    if text[start:start + 1] == '"':
        ends.insert(0, _quoted_end(text, start))
    else:
        ends.insert(0, _date_end(text, start))
    for end in ends:
        after = None if end is None else _ended(text, end)
        if after is not None:
            return text[start:end], after
    return ('', start) if start > at + 1 else None


def _next_cookie(text, at):
    """The name and value (or None) that begin at `at`, and the place after them; None when there are none."""
    start = _skipped(text, at, _SPACE)
    last = _skipped(text, start, _LegalKeyChars)
    # A name may have = in it, but is as short as it can be.
    for end in xrange(start + 1, last + 1):
        equals = _skipped(text, end, _SPACE)
        found = _value(text, equals) if text[equals:equals + 1] == '=' else None
        if found is not None:
            return text[start:end], found[0], found[1]
        after = _ended(text, end)
        if after is not None:
            return text[start:end], None, after
    return None


class BaseCookie(dict):
    """Cookies by their names: what is assigned becomes a Morsel."""

    def value_decode(self, val):
        """What a written value means, and the value as it is written."""
        return val, val

    def value_encode(self, val):
        """The value, and how it is written."""
        strval = str(val)
        return strval, strval

    def __init__(self, input=None):
        if input:
            self.load(input)

    def __set(self, key, real_value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, real_value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            real, coded = self.value_encode(value)
            self.__set(key, real, coded)

    def output(self, attrs=None, header='Set-Cookie:', sep='\r\n'):
        """The fields that set these cookies."""
        return sep.join([morsel.output(attrs, header) for name, morsel in sorted(self.items())])

    __str__ = output

    def __repr__(self):
        items = ['%s=%s' % (name, repr(morsel.value)) for name, morsel in sorted(self.items())]
        return '<%s: %s>' % (self.__class__.__name__, ' '.join(items))

    def js_output(self, attrs=None):
        """A script that sets these cookies."""
        return ''.join([morsel.js_output(attrs) for name, morsel in sorted(self.items())])

    def load(self, rawdata):
        """Reads a `Cookie` field, or the values of a dictionary."""
        if type(rawdata) == str:
            self.__parse(rawdata)
        else:
            for name, value in rawdata.items():
                self[name] = value

    def __parse(self, text):
        at = 0
        morsel = None
        while at < len(text):
            found = _next_cookie(text, at)
            if found is None:
                break
            name, value, at = found
            if name[0] == '$':
                if morsel is not None:
                    morsel[name[1:]] = value
            elif name.lower() in Morsel._reserved:
                if morsel is None:
                    continue
                if value is not None:
                    morsel[name] = _unquote(value)
                elif name.lower() in Morsel._flags:
                    morsel[name] = True
            elif value is not None:
                real, coded = self.value_decode(value)
                self.__set(name, real, coded)
                morsel = self[name]


class SimpleCookie(BaseCookie):
    """Cookies whose values are texts."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        strval = str(val)
        return strval, _quote(strval)


class SerialCookie(BaseCookie):
    """Cookies whose values are pickles: to be loaded only from those one trusts."""

    def value_decode(self, val):
        return _loads(_unquote(val)), val

    def value_encode(self, val):
        return val, _quote(_dumps(val))


class SmartCookie(BaseCookie):
    """Cookies whose values are texts, or else pickles: to be loaded only from those one trusts."""

    def value_decode(self, val):
        strval = _unquote(val)
        try:
            return _loads(strval), val
        except:
            return strval, val

    def value_encode(self, val):
        return val, _quote(val if type(val) == str else _dumps(val))


def _loads(text):
    import cPickle
    return cPickle.loads(text)


def _dumps(value):
    import cPickle
    return cPickle.dumps(value)


Cookie = SmartCookie
