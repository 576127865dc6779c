"""The time, in UTC. `_time` asks the clock; here moments are told apart in their fields, written and read."""

from _time import clock, sleep, time

timezone = altzone = daylight = 0
tzname = ('UTC', 'UTC')
accept2dyear = 1

_days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
_months = 'January February March April May June July August September October November December'.split()


def _short(name):
    return name[:3]


class _Member(object):
    """A field of a `struct_time` by its name."""

    def __init__(self, place):
        self._place = place

    def __get__(self, owner, cls=None):
        return self if owner is None else owner._items[self._place]

    def __set__(self, owner, value):
        raise TypeError('readonly attribute')

    __delete__ = __get__


class struct_time(object):
    """The time value as returned by gmtime(), localtime(), and strptime(), and
 accepted by asctime(), mktime() and strftime().  May be considered as a
 sequence of 9 integers.

 Note that several fields' values are not the same as those defined by
 the C language standard for struct tm.  For example, the value of the
 field tm_year is the actual year, not year - 1900.  See individual
 fields' descriptions for details."""

    __slots__ = '_items',
    n_fields = n_sequence_fields = 9
    n_unnamed_fields = 0

    def __new__(cls, *args, **keywords):
        if not args and 'sequence' not in keywords:
            raise TypeError("Required argument 'sequence' (pos 1) not found")
        sequence = args[0] if args else keywords['sequence']
        if not hasattr(sequence, '__getitem__') and not hasattr(sequence, '__iter__'):
            raise TypeError('constructor requires a sequence')
        items = tuple(sequence)
        if len(items) != 9:
            raise TypeError('time.struct_time() takes a 9-sequence (%d-sequence given)' % len(items))
        self = object.__new__(cls)
        self._items = items
        return self

    def __repr__(self):
        return 'time.struct_time(%s)' % ', '.join(['%s=%r' % pair for pair in zip(_names, self._items)])

    def __len__(self):
        return 9

    def __getitem__(self, index):
        return self._items[index]

    def __contains__(self, value):
        return value in self._items

    def __add__(self, other):
        return self._items + _plain(other)

    def __mul__(self, count):
        return self._items * count

    __rmul__ = __mul__

    def __hash__(self):
        return hash(self._items)

    def __eq__(self, other):
        return self._items == _plain(other)

    def __ne__(self, other):
        return self._items != _plain(other)

    def __lt__(self, other):
        return self._items < _plain(other)

    def __le__(self, other):
        return self._items <= _plain(other)

    def __gt__(self, other):
        return self._items > _plain(other)

    def __ge__(self, other):
        return self._items >= _plain(other)

    def __reduce__(self):
        return struct_time, (self._items, {})


def _plain(fields):
    return fields._items if isinstance(fields, struct_time) else fields


_names = 'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst'.split()
for _at, _name in enumerate(_names):
    setattr(struct_time, _name, _Member(_at))

# Shown by the name that CPython's type has.
del struct_time.__module__
struct_time.__name__ = 'time.struct_time'


# The calendar, for `datetime` too. An ordinal is the number of a day; 1 is the first day of year 1.

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_EPOCH = 719163


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_length(year, month):
    return 29 if month == 2 and _is_leap(year) else _LENGTHS[month - 1]


def _year_day(year, month, day):
    return _BEFORE[month - 1] + day + (month > 2 and _is_leap(year))


def _ordinal(year, month, day):
    past = year - 1
    return past * 365 + past // 4 - past // 100 + past // 400 + _year_day(year, month, day)


def _from_ordinal(ordinal):
    """(year, month, day)."""
    # A year that begins in March ends with its leap day: no month but the last has a length that varies.
    days = ordinal + 305
    century = (4 * days + 3) // 146097
    days -= 146097 * century // 4
    year = (4 * days + 3) // 1461
    days -= 1461 * year // 4
    month = (5 * days + 2) // 153
    day = days - (153 * month + 2) // 5 + 1
    year += 100 * century
    return (year, month + 3, day) if month < 10 else (year + 1, month - 9, day)


def _weekday(ordinal):
    return (ordinal + 6) % 7


# Arguments as C reads them.

def _number(x):
    """A float or what becomes one."""
    if isinstance(x, (float, int, long)):
        return x
    if isinstance(x, basestring) or not hasattr(x, '__float__'):
        raise TypeError('a float is required')
    return float(x)


def _seconds(x):
    """A `time_t`: a number of seconds without its fraction."""
    x = _number(x)
    if x != x:
        raise ValueError(75, 'Value too large for defined data type')
    if not -1 << 63 <= x < 1 << 63:
        raise ValueError('timestamp out of range for platform time_t')
    return int(x)


def _integer(value):
    """A number that fits a C int."""
    if type(value) is not int:
        if isinstance(value, float):
            raise TypeError('integer argument expected, got float')
        if not isinstance(value, (int, long)) and not hasattr(value, '__int__'):
            raise TypeError('an integer is required')
        value = int(value)
    if -0x80000000 <= value < 0x80000000:
        return value
    if not -1 << 63 <= value < 1 << 63:
        raise OverflowError('Python int too large to convert to C long')
    raise OverflowError('signed integer is ' + ('greater than maximum' if value > 0 else 'less than minimum'))


def _checked(fields):
    """Nine integers, the year with its century."""
    if not hasattr(fields, '__getitem__'):
        raise TypeError('argument must be 9-item sequence, not %s' % type(fields).__name__)
    if len(fields) != 9:
        raise TypeError('argument must be sequence of length 9, not %d' % len(fields))
    fields = map(_integer, fields)
    if fields[0] < 1900:
        if not 0 <= fields[0] <= 99:
            raise ValueError('year out of range')
        fields[0] += 1900 if fields[0] > 68 else 2000
    return fields


_ranges = ((1, 12, 'month'), (1, 31, 'day of month'), (0, 23, 'hour'), (0, 59, 'minute'), (0, 61, 'seconds'),
           (0, 6, 'day of week'), (1, 366, 'day of year'))


def _normal(fields):
    """Checked fields within their ranges; what begins with 1 may be 0."""
    fields = _checked(fields)
    fields[6] = fields[6] % 7 if fields[6] >= 0 else 6 if fields[6] == -1 else -1
    for at, (least, most, name) in enumerate(_ranges):
        if least == 1 and fields[at + 1] == 0:
            fields[at + 1] = 1
        if not least <= fields[at + 1] <= most:
            raise ValueError(name + ' out of range')
    return fields


# Moments and their fields.

def gmtime(*seconds):
    """The fields of a moment, or of now."""
    return _fields('gmtime', seconds)


def localtime(*seconds):
    return _fields('localtime', seconds)


def _fields(name, given):
    if len(given) > 1:
        raise TypeError('%s() takes at most 1 argument (%d given)' % (name, len(given)))
    seconds = given[0] if given else None
    seconds = _seconds(time() if seconds is None else seconds)
    # The year must fit a C int.
    if abs(seconds) > 67767976233532799:
        raise ValueError(75, 'Value too large for defined data type')
    ordinal, second = divmod(seconds, 86400)
    ordinal += _EPOCH
    year, month, day = _from_ordinal(ordinal)
    return struct_time((year, month, day, second // 3600, second // 60 % 60, second % 60, _weekday(ordinal),
                        _year_day(year, month, day), 0))


def mktime(fields):
    """The moment that has these fields, which may lie outside of their ranges."""
    year, month, day, hour, minute, second, _, _, dst = _checked(fields)
    year += (month - 1) // 12
    days = _ordinal(year, (month - 1) % 12 + 1, 1) + day - 1 - _EPOCH
    return float(((days * 24 + hour - (dst > 0)) * 60 + minute) * 60 + second)


def asctime(fields=None):
    fields = _normal(gmtime() if fields is None else fields)
    return '%s %s %2d %02d:%02d:%02d %d' % (
        (_days[fields[6]][:3], _months[fields[1] - 1][:3]) + tuple(fields[2:6]) + (fields[0],))


def ctime(seconds=None):
    return asctime(gmtime(seconds))


def tzset():
    pass


# Moments as text.

# What some directives stand for, in the C locale.
_compound = {
    'c': '%a %b %e %H:%M:%S %Y', 'D': '%m/%d/%y', 'x': '%m/%d/%y', 'F': '%Y-%m-%d', 'R': '%H:%M',
    'T': '%H:%M:%S', 'X': '%H:%M:%S', 'r': '%I:%M:%S %p',
}


def strftime(*args):
    """The moment as the format's directives say."""
    if not 1 <= len(args) <= 2:
        raise TypeError('strftime() takes at %s (%d given)' % ('most 2 arguments' if args else 'least 1 argument', len(args)))
    format = args[0]
    if isinstance(format, unicode):
        format = format.encode('ascii')
    if not isinstance(format, str):
        raise TypeError('strftime() argument 1 must be string, not %s' % type(format).__name__)
    if '\0' in format:
        raise TypeError('strftime() argument 1 must be string without null bytes, not str')
    return _formatted(format, _normal(gmtime() if len(args) == 1 else args[1]))


def _formatted(format, fields):
    out = []
    at = 0
    while True:
        found = format.find('%', at)
        if found < 0:
            return ''.join(out) + format[at:]
        out.append(format[at:found])
        # As in glibc: %, flags, a width, a modifier, the directive.
        end = found + 1
        while format[end:end + 1] in ('_', '-', '0', '^', '#'):
            end += 1
        flags = format[found + 1:end]
        digits = end
        while format[end:end + 1].isdigit():
            end += 1
        width = int(format[digits:end] or 0)
        if format[end:end + 1] in ('E', 'O'):
            end += 1
        letter = format[end:end + 1]
        text = _directive(letter, fields, flags, width) if letter else None
        out.append(format[found:end + 1] if text is None else text)
        at = end + 1


def _directive(letter, fields, flags, width):
    """A directive's text; None for a letter that is none.

    NOT-PYTHON: glibc pads %s and %z in ways of its own when flags or a width stand before them.
    """
    numbers = _numbers(fields)
    pad = ''.join([flag for flag in flags if flag in '_-0'])[-1:]
    if letter in numbers:
        digits, value = numbers[letter]
        if letter in 'ekl':
            pad = pad or '_'
        text = str(value)
        if pad != '-':
            text = text.rjust(max(digits, width), ' ' if pad == '_' else '0')
        return text.rjust(width)
    if letter in _compound:
        text = _formatted(_compound[letter], fields)
    else:
        text = _texts(fields).get(letter)
        if text is None:
            return None
    if '#' in flags and letter in 'pZ':
        text = text.lower()
    elif '^' in flags and letter != 'P' or '#' in flags and letter in 'aAbBh':
        text = text.upper()
    return text.rjust(width, '0' if pad == '0' else ' ')


def _numbers(fields):
    """The directives that are numbers: how many digits, and the value."""
    year, month, day, hour, minute, second, weekday, year_day, _ = fields
    # A week begins on Sunday for %U and %w, on Monday for %W and %u.
    sunday = (weekday + 1) % 7
    iso_year, iso_week = _iso_week(year, year_day, weekday)
    return {
        'C': (2, year // 100), 'd': (2, day), 'e': (2, day), 'g': (2, iso_year % 100), 'G': (4, iso_year), 'H': (2, hour),
        'I': (2, (hour + 11) % 12 + 1), 'j': (3, year_day), 'k': (2, hour), 'l': (2, (hour + 11) % 12 + 1),
        'm': (2, month), 'M': (2, minute), 'S': (2, second), 's': (1, int(mktime(fields))), 'u': (1, weekday + 1),
        'U': (2, (year_day + 6 - sunday) // 7), 'V': (2, iso_week), 'w': (1, sunday),
        'W': (2, (year_day + 6 - weekday) // 7), 'y': (2, year % 100), 'Y': (4, year),
    }


def _texts(fields):
    noon = 'AM' if fields[3] < 12 else 'PM'
    zone = fields[8] >= 0
    return {
        'a': _days[fields[6]][:3], 'A': _days[fields[6]], 'b': _months[fields[1] - 1][:3], 'B': _months[fields[1] - 1],
        'h': _months[fields[1] - 1][:3], 'n': '\n', 'p': noon, 'P': noon.lower(), 't': '\t', 'z': '+0000' if zone else '',
        'Z': 'UTC' if zone else '', '%': '%',
    }


def _iso_week(year, year_day, weekday):
    """(year, week) of ISO 8601: a week belongs to the year that has its Thursday."""
    thursday = year_day - weekday + 3
    if thursday < 1:
        year -= 1
        thursday += 365 + _is_leap(year)
    elif thursday > 365 + _is_leap(year):
        thursday -= 365 + _is_leap(year)
        year += 1
    return year, (thursday - 1) // 7 + 1


def strptime(*args):
    """The fields of a moment that was written in a format."""
    if not 1 <= len(args) <= 2:
        raise TypeError('_strptime_time() takes at %s (%d given)' % (
            'most 2 arguments' if args else 'least 1 argument', len(args)))
    return _strptime(*args)[0]


class _error(Exception):
    """What `re` raises in CPython, which makes an expression of the format."""


_error.__name__, _error.__module__ = 'error', 'sre_constants'

# Directives of digits: how many at most and at least, the least and the greatest value.
_digits = {
    'd': (2, 1, 1, 31), 'f': (6, 1, 0, 999999), 'H': (2, 1, 0, 23), 'I': (2, 1, 1, 12), 'j': (3, 1, 1, 366),
    'm': (2, 1, 1, 12), 'M': (2, 1, 0, 59), 'S': (2, 1, 0, 61), 'U': (2, 1, 0, 53), 'w': (1, 1, 0, 6),
    'W': (2, 1, 0, 53), 'y': (2, 2, 0, 99), 'Y': (4, 4, 0, 9999),
}
# Directives of names, in the order in which they are tried.
_choices = {
    'a': map(_short, _days), 'A': _days, 'b': map(_short, _months), 'B': _months, 'p': ['AM', 'PM'], 'Z': ['UTC', 'GMT'],
}
_long_forms = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}
# Where two directives tell the same, the one of the higher rank holds, then the later one.
_ranks = {'b': 1, 'H': 1, 'm': 2, 'w': 2}


def _strptime(text, format='%a %b %d %H:%M:%S %Y'):
    """(fields, microseconds) of a moment that was written in a format."""
    if not isinstance(text, basestring) or not isinstance(format, basestring):
        raise TypeError('expected string or buffer')
    pattern = _pattern(format)
    ends = _match(pattern, text)
    if ends is None:
        raise ValueError('time data %r does not match format %r' % (text, format))
    if ends[-1] < len(text):
        raise ValueError('unconverted data remains: %s' % text[ends[-1]:])
    found = [(letter, text[ends[at]:ends[at + 1]]) for at, (kind, letter) in enumerate(pattern) if kind == 'directive']
    return _moment(sorted(found, key=lambda pair: _ranks.get(pair[0], 0)))


def _pattern(format):
    """The format as a list of (kind, text): a directive, white space, or a character as it is."""
    pattern = []
    at = 0
    expanded = ''
    while at < len(format):
        if format[at] == '%':
            expanded += _long_forms.get(format[at + 1:at + 2], format[at:at + 2])
            at += 1
        else:
            expanded += format[at]
        at += 1
    at = 0
    while at < len(expanded):
        letter = expanded[at]
        if letter == '%':
            at += 1
            pattern.append(_directive_pattern(expanded[at:at + 1], pattern, format))
        elif not letter.isspace():
            pattern.append(('character', letter))
        elif pattern[-1:] != [('space', ' ')]:
            pattern.append(('space', ' '))
        at += 1
    return pattern


def _directive_pattern(letter, before, format):
    if letter == '%':
        return 'character', '%'
    if not letter:
        raise ValueError("stray %% in format '%s'" % format)
    if letter not in _digits and letter not in _choices:
        raise ValueError("'%s' is a bad directive in format '%s'" % (letter, format))
    groups = [pair for pair in before if pair[0] == 'directive']
    if ('directive', letter) in groups:
        raise _error("redefinition of group name '%s' as group %d; was group %d" % (
            letter, len(groups) + 1, groups.index(('directive', letter)) + 1))
    return 'directive', letter


def _match(pattern, text):
    """Where each part of the pattern ends in the text, after a 0; None if it does not match.

    Like a regular expression it takes the first way that leads to the end of the pattern.
    """
    ends = [0]
    ways = []
    while len(ends) <= len(pattern):
        if len(ways) < len(ends):
            ways.append(_possible_ends(pattern[len(ends) - 1], text, ends[-1]))
        if ways[-1]:
            ends.append(ways[-1].pop(0))
            continue
        # No way on from here: another way for the part before.
        ways.pop()
        ends.pop()
        if not ends:
            return None
    return ends


def _possible_ends(part, text, at):
    """Where a part of the pattern that begins here may end, the best first."""
    kind, letter = part
    if kind == 'character':
        return [at + 1] if text[at:at + 1].lower() == letter.lower() else []
    if kind == 'space':
        end = at
        while text[end:end + 1].isspace():
            end += 1
        return range(end, at, -1)
    if letter in _choices:
        rest = text[at:].lower()
        return [at + len(name) for name in _choices[letter] if rest.startswith(name.lower())]
    most, least, low, high = _digits[letter]
    ends = []
    for size in range(most, least - 1, -1):
        digits = text[at:at + size]
        if len(digits) == size and digits.isdigit() and low <= int(digits) <= high:
            ends.append(at + size)
    if letter == 'd' and text[at:at + 1] == ' ' and text[at + 1:at + 2].isdigit() and text[at + 1] != '0':
        ends.append(at + 2)
    return ends


def _place(letter, name):
    return [choice.lower() for choice in _choices[letter]].index(name.lower())


def _moment(found):
    """(fields, microseconds) of what was read."""
    year = week = None
    month = day = 1
    hour = minute = second = microsecond = 0
    weekday = year_day = dst = -1
    noon = dict(found).get('p')
    for letter, text in found:
        if letter in 'Yy':
            year = int(text)
            if letter == 'y':
                year += 2000 if year <= 68 else 1900
        elif letter == 'm':
            month = int(text)
        elif letter in 'bB':
            month = _place(letter, text) + 1
        elif letter == 'd':
            day = int(text)
        elif letter == 'H':
            hour = int(text)
        elif letter == 'I':
            hour = int(text) % 12 + (12 if noon and noon.lower() == 'pm' else 0)
        elif letter == 'M':
            minute = int(text)
        elif letter == 'S':
            second = int(text)
        elif letter == 'f':
            microsecond = int(text.ljust(6, '0'))
        elif letter in 'aA':
            weekday = _place(letter, text)
        elif letter == 'w':
            weekday = (int(text) + 6) % 7
        elif letter == 'j':
            year_day = int(text)
        elif letter in 'UW':
            week = letter, int(text)
        elif letter == 'Z':
            dst = 0
    # 1900 has no 29 February.
    is_leap_day = year is None and month == 2 and day == 29
    if year is None:
        year = 1904 if is_leap_day else 1900
    if year_day == -1 and week is not None and weekday != -1:
        year_day = _day_of_week(year, week, weekday)
        if year_day <= 0:
            year -= 1
            year_day += 365 + _is_leap(year)
    if year < 1:
        raise ValueError('year is out of range')
    if year_day == -1:
        if day > _month_length(year, month):
            raise ValueError('day is out of range for month')
        year_day = _year_day(year, month, day)
    else:
        year, month, day = _from_ordinal(year_day - 1 + _ordinal(year, 1, 1))
    if weekday == -1:
        weekday = _weekday(_ordinal(year, month, day))
    if is_leap_day:
        year = 1900
    return struct_time((year, month, day, hour, minute, second, weekday, year_day, dst)), microsecond


def _day_of_week(year, week, weekday):
    """The day of the year that is this weekday of the week `%U` or `%W`."""
    letter, number = week
    first = _weekday(_ordinal(year, 1, 1))
    if letter == 'U':
        first = (first + 1) % 7
        weekday = (weekday + 1) % 7
    if number == 0:
        return 1 + weekday - first
    return 1 + (7 - first) % 7 + 7 * (number - 1) + weekday
