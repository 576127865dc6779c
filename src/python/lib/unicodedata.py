"""What is known of the characters of Unicode: their names, kinds, values, and normal forms.

The tables are the comments of two modules without code; no part of them stays in memory.
NOT-PYTHON: normal forms are the host's, of a newer Unicode, and the older database `ucd_3_2_0` is not here.
"""

import _source
import _unicode
import sys

unidata_version = '5.2.0'

_missing = object()

# How syllables of Hangul are made: an initial, a vowel, a final or none.
_initials = 'G GG N D DD R M B BB S SS  J JJ C K T P H'.split(' ')
_vowels = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ')
_finals = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ')

_ideographs = (0x3400, 0x4DB5), (0x4E00, 0x9FCB), (0x20000, 0x2A6D6), (0x2A700, 0x2B734)


def lookup(name):
    """The character called so; KeyError."""
    if not isinstance(name, basestring):
        raise TypeError('lookup() argument 1 must be string or read-only buffer, not ' + type(name).__name__)
    found = _named(str(name))
    if found is None:
        raise KeyError("undefined character name '%s'" % name)
    return found


def name(unichr, default=_missing):
    """Its name; the default or ValueError where it has none."""
    number = _number('name', unichr)
    found = _name(number)
    return _or_default(found, default, 'no such name')


def decimal(unichr, default=_missing):
    """Its value as a decimal digit; the default or ValueError where it has none."""
    return _or_default(_value('decimal', unichr, 0, int), default, 'not a decimal')


def digit(unichr, default=_missing):
    """Its value as a digit; the default or ValueError where it has none."""
    return _or_default(_value('digit', unichr, 1, int), default, 'not a digit')


def numeric(unichr, default=_missing):
    """Its value as a float; the default or ValueError where it has none."""
    return _or_default(_value('numeric', unichr, 2, float), default, 'not a numeric character')


def category(unichr):
    return _property('category', unichr, 0)


def combining(unichr):
    return int(_property('combining', unichr, 1))


def bidirectional(unichr):
    return _property('bidirectional', unichr, 2)


def mirrored(unichr):
    return int(_property('mirrored', unichr, 3))


def east_asian_width(unichr):
    return _property('east_asian_width', unichr, 4)


def decomposition(unichr):
    """What it is made of, as numbers in text; '' for most characters."""
    return _line('d', _number('decomposition', unichr))


def normalize(form, unistr):
    """The text in a normal form: NFC, NFD, NFKC or NFKD."""
    if not isinstance(form, basestring):
        raise TypeError('normalize() argument 1 must be string, not ' + type(form).__name__)
    if not isinstance(unistr, unicode):
        raise TypeError('normalize() argument 2 must be unicode, not ' + type(unistr).__name__)
    if unistr and form not in ('NFC', 'NFD', 'NFKC', 'NFKD'):
        raise ValueError('invalid normalization form')
    return _unicode.normalize(str(form), unistr) if unistr else unistr


def _tables():
    """Never called: it says which texts come along with this one."""
    import _unicode_data
    import _unicode_names


def _data():
    return _source.text('/lib/_unicode_data.py')


def _names():
    return _source.text('/lib/_unicode_names.py')


def _number(function, text):
    """The number of a single character, which may be two units of text; TypeError for anything else."""
    if not isinstance(text, unicode):
        raise TypeError('%s() argument 1 must be unicode, not %s' % (function, type(text).__name__))
    if len(text) == 2 and u'\ud800' <= text[0] < u'\udc00' <= text[1] < u'\ue000':
        return 0x10000 + (ord(text[0]) - 0xD800 << 10) + ord(text[1]) - 0xDC00
    if len(text) != 1:
        raise TypeError('need a single Unicode character as parameter')
    return ord(text)


def _character(number):
    if number < 0x10000:
        return unichr(number)
    return unichr(0xD800 + (number - 0x10000 >> 10)) + unichr(0xDC00 + (number & 0x3FF))


def _or_default(found, default, complaint):
    if found is not None:
        return found
    if default is _missing:
        raise ValueError(complaint)
    return default


def _named(name):
    """The character of this name, in any case; None."""
    if name.startswith('HANGUL SYLLABLE '):
        return _syllable(name[16:])
    if name.startswith('CJK UNIFIED IDEOGRAPH-'):
        return _ideograph(name[22:])
    at = _unicode.find('_unicode_names', '\n#%s\n' % name.upper())
    if at < 0 or name[:1] in ('', 'i') or '\n' in name:
        return None
    names, index, count, lines = _index()
    begin = index + 12 * _run(names, index + 6, count, 12, at + 1 - lines)
    first, place = int(names[begin:begin + 6], 16), int(names[begin + 6:begin + 12], 16)
    return _character(first + names.count('\n', lines + place, at + 1))


def _syllable(parts):
    for initial in sorted(_initials, key=len, reverse=True):
        if parts.startswith(initial):
            break
    rest = parts[len(initial):]
    for vowel in sorted(_vowels, key=len, reverse=True):
        if rest.startswith(vowel):
            break
    else:
        return None
    final = rest[len(vowel):]
    if final not in _finals:
        return None
    return unichr(0xAC00 + (_initials.index(initial) * 21 + _vowels.index(vowel)) * 28 + _finals.index(final))


def _ideograph(digits):
    if len(digits) not in (4, 5) or digits.strip('0123456789ABCDEF'):
        return None
    number = int(digits, 16)
    return _character(number) if _is_ideograph(number) else None


def _is_ideograph(number):
    for first, last in _ideographs:
        if first <= number <= last:
            return True
    return False


def _name(number):
    """The name of a character; None."""
    if 0xAC00 <= number <= 0xD7A3:
        rest, final = divmod(number - 0xAC00, 28)
        initial, vowel = divmod(rest, 21)
        return 'HANGUL SYLLABLE ' + _initials[initial] + _vowels[vowel] + _finals[final]
    if _is_ideograph(number):
        return 'CJK UNIFIED IDEOGRAPH-%X' % number
    names, index, count, lines = _index()
    begin = index + 12 * _run(names, index, count, 12, number)
    first, place = int(names[begin:begin + 6], 16), int(names[begin + 6:begin + 12], 16)
    run = names[lines + place:lines + int(names[begin + 18:begin + 24] or '0', 16)].split('\n')
    return run[number - first][1:] or None if first <= number < first + len(run) else None


def _index():
    """The text of names, where its index begins, how many runs that lists, and where the lines of names begin."""
    names = _names()
    at = _unicode.find('_unicode_names', '#index ') + 7
    count, _, _ = names[at:at + 10].partition(' ')
    at += len(count) + 1
    return names, at, int(count), at + 12 * int(count) + 1


def _run(text, start, count, width, wanted):
    """Of `count` entries of `width` that begin with six digits, from `start` on, which is the last not above `wanted`."""
    low, high = 0, count
    while high - low > 1:
        middle = (low + high) // 2
        at = start + width * middle
        if int(text[at:at + 6], 16) <= wanted:
            low = middle
        else:
            high = middle
    return low


def _line(kind, number):
    """What the data say of a character after the letter `kind`; '' for nothing."""
    head = '\n#%s%X ' % (kind, number)
    at = _unicode.find('_unicode_data', head)
    line = _data()[at + len(head):at + 200] if at >= 0 else ''
    return line.partition('\n')[0]


def _value(function, text, index, read):
    line = _line('n', _number(function, text))
    value = line.split()[index] if line else '-'
    return None if value == '-' else read(value)


def _property(function, text, index):
    number = _number(function, text)
    data = _data()
    runs = _unicode.find('_unicode_data', '#runs ') + 6
    count, _, _ = data[runs:runs + 10].partition(' ')
    runs += len(count) + 1
    at = runs + 8 * _run(data, runs, int(count), 8, number) + 6
    kinds = _unicode.find('_unicode_data', '#kinds ') + 7
    return data[kinds:runs].partition('\n')[0].split(' ')[int(data[at:at + 2], 16)].split(',')[index]


# The texts of literals with names in them, as they were first read.
_literals = {}


def _literal(text):
    """
    The value of a literal, in which each name stands as '\\ufffe', its place, '{', the name, '\\uffff'.

    NOT-PYTHON: an unknown name is told when the literal is reached, since its page is compiled before the names are here.
    """
    if text not in _literals:
        _literals[text] = _resolved(text)
    return _literals[text]


def _resolved(text):
    parts = text.split(u'\ufffe')
    read = [parts[0]]
    for part in parts[1:]:
        head, _, rest = part.partition(u'\uffff')
        place, _, name = head.partition(u'{')
        try:
            found = _named(str(name))
        except UnicodeError:
            found = None
        if found is None:
            where = int(place), int(place) + len(name) + 3
            message = "(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: unknown Unicode character name"
            frame = sys._getframe()
            raise SyntaxError(message % where, (frame.f_code.co_filename, frame.f_lineno, None, None))
        read.append(found + rest)
    return u''.join(read)
