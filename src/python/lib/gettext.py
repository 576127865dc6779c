"""Texts in the language of who reads them: catalogs of translations (`.mo` files), and `_()`."""

import __builtin__
import locale
import sys

__all__ = ['NullTranslations', 'GNUTranslations', 'Catalog', 'find', 'translation', 'install', 'textdomain', 'bindtextdomain',
           'bind_textdomain_codeset', 'dgettext', 'dngettext', 'gettext', 'lgettext', 'ldgettext', 'ldngettext', 'lngettext',
           'ngettext']

_default_localedir = '/usr/share/locale'


# Which of the forms of a text goes with a number: an expression of C.

_longest_operators = ('||', '&&', '==', '!=', '<=', '>=')
# By how tightly they bind, and as Python writes them.
_levels = [{'||': 'or'}, {'&&': 'and'}, {'==': '==', '!=': '!='}, {'<': '<', '>': '>', '<=': '<=', '>=': '>='},
           {'+': '+', '-': '-'}, {'*': '*', '/': '//', '%': '%'}]


def _tokens(text):
    """The words of an expression, '' at the end."""
    found = []
    at = 0
    while at < len(text):
        c = text[at]
        end = at + 1
        if c.isdigit():
            while text[end:end + 1].isdigit():
                end += 1
        elif text[at:at + 2] in _longest_operators:
            end = at + 2
        elif c not in ' \tn()!<>+-*/%?:':
            while (c.isalnum() or c == '_') and (text[end:end + 1].isalnum() or text[end:end + 1] == '_'):
                end += 1
            raise ValueError('invalid token in plural form: %s' % text[at:end])
        if c not in ' \t':
            found.append(text[at:end])
        at = end
    return found + ['']


def _unexpected(token):
    if not token:
        return ValueError('unexpected end of plural form')
    return ValueError('unexpected token in plural form: %s' % token)


def _choice(tokens):
    """`a ? b : c`, taken off the front of `tokens`, as Python; whatever binds more tightly too."""
    text = _binary(tokens, 0)
    if tokens[0] != '?':
        return text
    del tokens[0]
    first = _choice(tokens)
    if tokens[0] != ':':
        raise _unexpected(tokens[0])
    del tokens[0]
    return '(%s if %s else %s)' % (first, text, _choice(tokens))


def _binary(tokens, level):
    if level == len(_levels):
        return _unary(tokens)
    text = _binary(tokens, level + 1)
    while tokens[0] in _levels[level]:
        operator = _levels[level][tokens.pop(0)]
        text = '(%s %s %s)' % (text, operator, _binary(tokens, level + 1))
    return text


def _unary(tokens):
    token = tokens.pop(0)
    if token == '!':
        return '(not %s)' % _unary(tokens)
    if token == 'n' or token.isdigit():
        return token
    if token != '(':
        raise _unexpected(token)
    text = _choice(tokens)
    if tokens.pop(0) != ')':
        raise ValueError('unbalanced parenthesis in plural form')
    return '(%s)' % text


def c2py(plural):
    """The function of n that an expression of C is."""
    if len(plural) > 1000:
        raise ValueError('plural form expression is too long')
    tokens = _tokens(plural)
    text = _choice(tokens)
    if tokens[0]:
        raise _unexpected(tokens[0])
    form = eval('lambda n: int(%s)' % text)

    def func(n):
        if not isinstance(n, (int, long, float)):
            raise TypeError('Plural value must be an integer, got %s' % type(n).__name__)
        return form(n)

    return func


class NullTranslations:
    """No translations: every text is its own."""

    def __init__(self, fp=None):
        self._info = {}
        self._charset = None
        self._output_charset = None
        self._fallback = None
        if fp is not None:
            self._parse(fp)

    def _parse(self, fp):
        pass

    def add_fallback(self, fallback):
        """Who is asked for what is not here."""
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def gettext(self, message):
        return self._fallback.gettext(message) if self._fallback else message

    def lgettext(self, message):
        return self._fallback.lgettext(message) if self._fallback else message

    def ngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def lngettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.lngettext(msgid1, msgid2, n)
        return msgid1 if n == 1 else msgid2

    def ugettext(self, message):
        return self._fallback.ugettext(message) if self._fallback else unicode(message)

    def ungettext(self, msgid1, msgid2, n):
        if self._fallback:
            return self._fallback.ungettext(msgid1, msgid2, n)
        return unicode(msgid1 if n == 1 else msgid2)

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def output_charset(self):
        return self._output_charset

    def set_output_charset(self, charset):
        self._output_charset = charset

    def install(self, unicode=False, names=None):
        """Makes `_` a builtin, and of gettext, lgettext, lngettext, ngettext those that are named."""
        builtins = __builtin__.__dict__
        builtins['_'] = self.ugettext if unicode else self.gettext
        for name in names or ():
            if name == 'gettext':
                builtins[name] = builtins['_']
            elif name == 'ngettext':
                builtins[name] = self.ungettext if unicode else self.ngettext
            elif name in ('lgettext', 'lngettext'):
                builtins[name] = getattr(self, name)


class GNUTranslations(NullTranslations):
    """The translations of a `.mo` file."""

    LE_MAGIC = 0x950412deL
    BE_MAGIC = 0xde120495L

    def _parse(self, fp):
        filename = getattr(fp, 'name', '')
        self._catalog = {}
        self.plural = lambda n: int(n != 1)
        data = fp.read()
        magic = _word(data, 0, -1)
        if magic not in (self.LE_MAGIC, self.BE_MAGIC):
            raise IOError(0, 'Bad magic number', filename)
        step = -1 if magic == self.LE_MAGIC else 1
        count, originals, translations = [_word(data, at, step) for at in (8, 12, 16)]
        for _ in xrange(count):
            message = _text_at(data, originals, step)
            translated = _text_at(data, translations, step)
            if message is None or translated is None:
                raise IOError(0, 'File is corrupt', filename)
            if not message:
                self._read_header(translated)
            self._enter(message, translated)
            originals += 8
            translations += 8

    def _read_header(self, text):
        """Lines `name: value`, which say the encoding and how many forms there are."""
        name = None
        for line in text.splitlines():
            line = line.strip()
            if not line:
                continue
            if ':' in line:
                name, value = line.split(':', 1)
                name, value = name.strip().lower(), value.strip()
                self._info[name] = value
            elif name:
                self._info[name] += '\n' + line
            if name == 'content-type':
                self._charset = value.split('charset=')[1]
            elif name == 'plural-forms':
                self.plural = c2py(value.split(';')[1].split('plural=')[1])

    def _enter(self, message, translated):
        if '\0' in message:
            message = self._decoded(message.split('\0')[0])
            for form, text in enumerate(translated.split('\0')):
                self._catalog[message, form] = self._decoded(text)
        else:
            self._catalog[self._decoded(message)] = self._decoded(translated)

    def _decoded(self, text):
        return unicode(text, self._charset) if self._charset else text

    def _encoded(self, text, charset):
        if charset:
            return text.encode(charset)
        return text.encode(self._charset) if self._charset else text

    def gettext(self, message):
        if message in self._catalog:
            return self._encoded(self._catalog[message], self._output_charset)
        return NullTranslations.gettext(self, message)

    def lgettext(self, message):
        if message in self._catalog:
            return self._catalog[message].encode(self._output_charset or locale.getpreferredencoding())
        return NullTranslations.lgettext(self, message)

    def ngettext(self, msgid1, msgid2, n):
        key = msgid1, self.plural(n)
        if key in self._catalog:
            return self._encoded(self._catalog[key], self._output_charset)
        return NullTranslations.ngettext(self, msgid1, msgid2, n)

    def lngettext(self, msgid1, msgid2, n):
        key = msgid1, self.plural(n)
        if key in self._catalog:
            return self._catalog[key].encode(self._output_charset or locale.getpreferredencoding())
        return NullTranslations.lngettext(self, msgid1, msgid2, n)

    def ugettext(self, message):
        if message in self._catalog:
            return self._catalog[message]
        return NullTranslations.ugettext(self, message)

    def ungettext(self, msgid1, msgid2, n):
        key = msgid1, self.plural(n)
        if key in self._catalog:
            return self._catalog[key]
        return NullTranslations.ungettext(self, msgid1, msgid2, n)


def _word(data, at, step):
    """The integer of four bytes; with step -1, the lowest comes first."""
    number = 0
    for c in data[at:at + 4][::step]:
        number = number << 8 | ord(c)
    return number


def _text_at(data, at, step):
    """The text whose length and place stand there; None when it is not all there."""
    start = _word(data, at + 4, step)
    end = start + _word(data, at, step)
    return data[start:end] if end < len(data) else None


def _languages():
    """The user's languages, as environment variables say."""
    environment = getattr(sys.modules.get('os'), 'environ', {})
    for name in 'LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG':
        if environment.get(name):
            return environment[name].split(':')
    return []


def _expanded(language):
    """A language, then what is less exact: without the encoding, without the country."""
    name, at, modifier = locale.normalize(language).partition('@')
    name, dot, encoding = name.partition('.')
    name, underscore, country = name.partition('_')
    found = []
    for with_modifier in (True, False) if at else (False,):
        for with_country in (True, False) if underscore else (False,):
            for with_encoding in (True, False) if dot else (False,):
                found.append(name + ('_' + country if with_country else '') + ('.' + encoding if with_encoding else '')
                             + ('@' + modifier if with_modifier else ''))
    return found


def _exists(path):
    try:
        open(path, 'rb').close()
    except IOError:
        return False
    return True


def find(domain, localedir=None, languages=None, all=0):
    """The path of the domain's first catalog, or None; or the list of all."""
    if localedir is None:
        localedir = _default_localedir
    if languages is None:
        languages = _languages()
    names = []
    for language in languages:
        names += [name for name in _expanded(language) if name not in names]
    found = []
    for name in names:
        if name == 'C':
            break
        path = '%s/%s/LC_MESSAGES/%s.mo' % (localedir.rstrip('/') or localedir, name, domain)
        if _exists(path):
            if not all:
                return path
            found.append(path)
    return found if all else None


_translations = {}


def _copy(translations):
    """Another one that shares the catalog."""
    other = translations.__class__()
    other.__dict__.update(translations.__dict__)
    return other


def translation(domain, localedir=None, languages=None, class_=None, fallback=False, codeset=None):
    """The translations of a domain: of the first language, and the others as fallbacks."""
    if class_ is None:
        class_ = GNUTranslations
    paths = find(domain, localedir, languages, all=1)
    if not paths:
        if fallback:
            return NullTranslations()
        raise IOError(2, 'No translation file found for domain', domain)
    result = None
    for path in paths:
        key = class_, path
        if key not in _translations:
            with open(path, 'rb') as fp:
                _translations[key] = class_(fp)
        # Each caller has its own fallbacks and encoding.
        each = _copy(_translations[key])
        if codeset:
            each.set_output_charset(codeset)
        if result is None:
            result = each
        else:
            result.add_fallback(each)
    return result


def install(domain, localedir=None, unicode=False, codeset=None, names=None):
    """Makes `_` a builtin that translates."""
    translation(domain, localedir, fallback=True, codeset=codeset).install(unicode, names)


# As the C library has it: domains by name, one of which is current.

_localedirs = {}
_localecodesets = {}
_current_domain = 'messages'


def textdomain(domain=None):
    global _current_domain
    if domain is not None:
        _current_domain = domain
    return _current_domain


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _localedirs[domain] = localedir
    return _localedirs.get(domain, _default_localedir)


def bind_textdomain_codeset(domain, codeset=None):
    if codeset is not None:
        _localecodesets[domain] = codeset
    return _localecodesets.get(domain)


def _of_domain(domain):
    """Its translations; none when there is no catalog."""
    return translation(domain, _localedirs.get(domain), fallback=True, codeset=_localecodesets.get(domain))


def dgettext(domain, message):
    return _of_domain(domain).gettext(message)


def ldgettext(domain, message):
    return _of_domain(domain).lgettext(message)


def dngettext(domain, msgid1, msgid2, n):
    return _of_domain(domain).ngettext(msgid1, msgid2, n)


def ldngettext(domain, msgid1, msgid2, n):
    return _of_domain(domain).lngettext(msgid1, msgid2, n)


def gettext(message):
    return dgettext(_current_domain, message)


def lgettext(message):
    return ldgettext(_current_domain, message)


def ngettext(msgid1, msgid2, n):
    return dngettext(_current_domain, msgid1, msgid2, n)


def lngettext(msgid1, msgid2, n):
    return ldngettext(_current_domain, msgid1, msgid2, n)


Catalog = translation
