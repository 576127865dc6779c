"""Customs of languages and countries. There is one locale here, C: no commas in numbers, English names, and the order of bytes.

NOT-PYTHON: `''`, the locale of the user, is C too; any other is unsupported, as on a machine where none is installed.
"""

__all__ = ['getlocale', 'getdefaultlocale', 'getpreferredencoding', 'Error', 'setlocale', 'resetlocale', 'localeconv',
           'strcoll', 'strxfrm', 'str', 'atof', 'atoi', 'format', 'format_string', 'currency', 'normalize', 'LC_CTYPE',
           'LC_COLLATE', 'LC_TIME', 'LC_MONETARY', 'LC_NUMERIC', 'LC_ALL', 'CHAR_MAX', 'LC_MESSAGES']

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
# What `nl_langinfo` is asked for.
CODESET, RADIXCHAR, THOUSEP, CRNCYSTR = 14, 65536, 65537, 262159
D_T_FMT, D_FMT, T_FMT, T_FMT_AMPM, AM_STR, PM_STR = 131112, 131113, 131114, 131115, 131110, 131111
YESEXPR, NOEXPR = 327680, 327681
DAY_1, ABDAY_1, MON_1, ABMON_1 = 131079, 131072, 131098, 131086

_days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split()
_months = 'January February March April May June July August September October November December'.split()
_language = {CODESET: 'ANSI_X3.4-1968', RADIXCHAR: '.', THOUSEP: '', CRNCYSTR: '-', D_T_FMT: '%a %b %e %H:%M:%S %Y',
             D_FMT: '%m/%d/%y', T_FMT: '%H:%M:%S', T_FMT_AMPM: '%I:%M:%S %p', AM_STR: 'AM', PM_STR: 'PM',
             YESEXPR: '^[yY]', NOEXPR: '^[nN]'}
for _first, _short, _names, _prefix in (DAY_1, ABDAY_1, _days, 'DAY'), (MON_1, ABMON_1, _months, 'MON'):
    for _at, _name in enumerate(_names):
        globals()['%s_%d' % (_prefix, _at + 1)] = _first + _at
        globals()['AB%s_%d' % (_prefix, _at + 1)] = _short + _at
        _language[_first + _at] = _name
        _language[_short + _at] = _name[:3]

_str = str


class Error(Exception):
    pass


Error.__module__ = 'locale'


def setlocale(category, locale=None):
    """The locale of a category, after setting it if one is given."""
    if not isinstance(category, (int, long)):
        raise TypeError('an integer is required')
    if locale and not isinstance(locale, basestring):
        language, encoding = locale
        locale = normalize('.'.join([part for part in (language, encoding) if part]) or 'C')
    if not 0 <= category <= LC_ALL:
        raise Error('unsupported locale setting' if locale is not None else 'locale query failed')
    if locale not in (None, '', 'C', 'POSIX'):
        raise Error('unsupported locale setting')
    return 'C'


def resetlocale(category=LC_ALL):
    setlocale(category, '')


def getlocale(category=LC_CTYPE):
    """(language, encoding), both None for C."""
    if category == LC_ALL and setlocale(category) is None:
        raise TypeError('category LC_ALL is not supported')
    setlocale(category)
    return None, None


def getdefaultlocale(envvars=('LC_ALL', 'LC_CTYPE', 'LANG', 'LANGUAGE')):
    return None, None


def getpreferredencoding(do_setlocale=True):
    return 'ANSI_X3.4-1968'


def normalize(localename):
    """The full name of a locale. NOT-PYTHON: no table of short names is here."""
    name, _, encoding = localename.partition('.')
    if name.upper() in ('C', 'POSIX'):
        return 'C'
    return localename


def nl_langinfo(key):
    """A text of the locale."""
    if not isinstance(key, (int, long)):
        raise TypeError('an integer is required')
    if key not in _language:
        raise ValueError('unsupported langinfo constant')
    return _language[key]


def localeconv():
    """How numbers and amounts are written."""
    conventions = dict.fromkeys(['int_frac_digits', 'p_cs_precedes', 'p_sep_by_space', 'n_cs_precedes', 'n_sep_by_space',
                                 'frac_digits', 'p_sign_posn', 'n_sign_posn'], CHAR_MAX)
    conventions.update(dict.fromkeys(['thousands_sep', 'int_curr_symbol', 'currency_symbol', 'mon_decimal_point',
                                      'mon_thousands_sep', 'positive_sign', 'negative_sign'], ''))
    conventions.update(decimal_point='.', grouping=[], mon_grouping=[])
    return conventions


def strcoll(*args):
    """-1, 0 or 1: which of two texts comes first."""
    if len(args) != 2:
        raise TypeError('strcoll expected 2 arguments, got %d' % len(args))
    for arg in args:
        if not isinstance(arg, basestring):
            raise TypeError('coercing to Unicode: need string or buffer, %s found' % type(arg).__name__)
    return cmp(*args)


def strxfrm(string):
    """A text that compares as `strcoll` does."""
    if not isinstance(string, basestring):
        raise TypeError('strxfrm() argument 1 must be string, not %s' % type(string).__name__)
    return string


def format(percent, value, grouping=False, monetary=False, *additional):
    """A number by one percent specifier."""
    specifiers = _specifiers(percent)
    if len(specifiers) != 1 or specifiers[0] != (0, len(percent)):
        raise ValueError('format() must be given exactly one %%char format specifier, %s not valid' % repr(percent))
    return percent % ((value,) + additional if additional else value)


def format_string(f, val, grouping=False):
    """A text with percent specifiers."""
    if hasattr(val, 'keys') or isinstance(val, tuple):
        return f % val
    wanted = len([1 for start, end in _specifiers(f) if f[end - 1] != '%'])
    if wanted > 1:
        raise IndexError('tuple index out of range')
    return f % ((val,) if wanted else ())


def _specifiers(text):
    """Where percent specifiers begin and end."""
    found = []
    at = text.find('%')
    while at >= 0:
        end = at + 1
        if text[end:end + 1] == '(':
            end = text.find(')', end) + 1 or len(text)
        while text[end:end + 1] and text[end] in "-#0123456789 +*.hlL":
            end += 1
        if text[end:end + 1] and text[end] in 'eEfFgGdiouxXcrs%':
            found.append((at, end + 1))
        at = text.find('%', max(end, at + 1) + 1)
    return found


def currency(val, symbol=True, grouping=False, international=False):
    raise ValueError("Currency formatting is not possible using the 'C' locale.")


def str(val):
    """A float as text."""
    return format('%.12g', val)


def atof(string, func=float):
    """The float that a text says."""
    return func(string)


def atoi(str):
    """The integer that a text says."""
    return atof(str, int)


def _without_text_domain(*args):
    """NOT-PYTHON: the C library keeps no translations here; `gettext` reads its own."""
    raise NotImplementedError('translations are read by the module gettext')


textdomain = bindtextdomain = _without_text_domain
