"""The time, in UTC. `_time` asks the clock; here moments are told apart in their fields, written and read."""

import _time
from _time import clock, sleep, time

timezone = altzone = daylight = 0
tzname = ('UTC', 'UTC')

_days = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split()
_months = 'January February March April May June July August September October November December'.split()


class struct_time(tuple):
    """Nine fields of a moment, by place or by name."""

    n_fields = n_sequence_fields = 9

    def __new__(cls, fields):
        fields = tuple(fields)
        if len(fields) != 9:
            raise TypeError('time.struct_time() takes a 9-sequence (%d-sequence given)' % len(fields))
        return tuple.__new__(cls, fields)

    def __repr__(self):
        return 'time.struct_time(%s)' % ', '.join('%s=%r' % pair for pair in zip(_names, self))


_names = 'tm_year tm_mon tm_mday tm_hour tm_min tm_sec tm_wday tm_yday tm_isdst'.split()


def _field(place):
    return property(lambda self: self[place])


for _at, _name in enumerate(_names):
    setattr(struct_time, _name, _field(_at))

# Shown by the name that CPython's type has.
struct_time.__name__ = 'time.struct_time'
struct_time.__module__ = '__builtin__'


def gmtime(seconds=None):
    """The fields of a moment, or of now."""
    return struct_time(_time.fields(time() if seconds is None else seconds))


localtime = gmtime


def mktime(fields):
    """The moment that has these fields."""
    return _time.seconds(*_checked(fields)[:6])


def _checked(fields):
    if not isinstance(fields, tuple):
        raise TypeError('argument must be 9-item sequence, not %s' % type(fields).__name__)
    if len(fields) != 9:
        raise TypeError('argument must be sequence of length 9, not %d' % len(fields))
    return fields


def asctime(fields=None):
    return strftime('%a %b %e %H:%M:%S %Y', gmtime() if fields is None else fields)


def ctime(seconds=None):
    return asctime(gmtime(seconds))


def tzset():
    pass


# What some directives stand for, in the C locale.
_compound = {
    'c': '%a %b %e %H:%M:%S %Y', 'D': '%m/%d/%y', 'x': '%m/%d/%y', 'F': '%Y-%m-%d', 'R': '%H:%M',
    'T': '%H:%M:%S', 'X': '%H:%M:%S', 'r': '%I:%M:%S %p', 'h': '%b',
}


def strftime(format, fields=None):
    """The moment as the format's directives say."""
    if not isinstance(format, basestring):
        raise TypeError('strftime() argument 1 must be string, not %s' % type(format).__name__)
    fields = gmtime() if fields is None else _checked(fields)
    out = []
    at = 0
    while True:
        found = format.find('%', at)
        if found < 0 or found == len(format) - 1:
            return str(''.join(out) + format[at:])
        out.append(format[at:found])
        out.append(_directive(format[found + 1], fields))
        at = found + 2


def _directive(letter, fields):
    if letter in _compound:
        return strftime(_compound[letter], tuple(fields))
    year, month, day, hour, minute, second, weekday, year_day, _ = fields
    # A week begins on Sunday for %U and %w, on Monday for %W and %u.
    sunday = (weekday + 1) % 7
    text = {
        'a': _days[weekday][:3], 'A': _days[weekday], 'b': _months[month - 1][:3], 'B': _months[month - 1],
        'C': '%02d' % (year // 100), 'd': '%02d' % day, 'e': '%2d' % day, 'H': '%02d' % hour,
        'I': '%02d' % ((hour + 11) % 12 + 1), 'j': '%03d' % year_day, 'm': '%02d' % month, 'M': '%02d' % minute,
        'n': '\n', 'p': 'AM' if hour < 12 else 'PM', 'S': '%02d' % second, 's': '%d' % mktime(tuple(fields)),
        't': '\t', 'u': str(weekday + 1), 'U': '%02d' % ((year_day + 6 - sunday) // 7), 'w': str(sunday),
        'W': '%02d' % ((year_day + 6 - weekday) // 7), 'y': '%02d' % (year % 100), 'Y': str(year),
        'z': '+0000', 'Z': 'UTC', '%': '%',
    }
    return text.get(letter, '%' + letter)


def strptime(text, format='%a %b %d %H:%M:%S %Y'):
    """The fields of a moment that was written in a format: %Y %y %m %d %H %I %M %S %p %j %a %A %b %B and their compounds."""
    for letter, meaning in _compound.items():
        format = format.replace('%' + letter, meaning)
    found = {'Y': 1900, 'm': 1, 'd': 1, 'H': 0, 'M': 0, 'S': 0}
    problem = ValueError('time data %r does not match format %r' % (text, format))
    at = place = 0
    while place < len(format):
        if format[place] == '%' and place + 1 < len(format):
            at = _read(format[place + 1], text, at, found, problem)
            place += 2
        elif format[place].isspace():
            while text[at:at + 1].isspace():
                at += 1
            place += 1
        elif text[at:at + 1].lower() == format[place].lower():
            at += 1
            place += 1
        else:
            raise problem
    if at < len(text):
        raise ValueError('unconverted data remains: ' + text[at:])
    return _moment(found, problem)


_widths = {'Y': 4, 'y': 2, 'm': 2, 'd': 2, 'e': 2, 'H': 2, 'I': 2, 'M': 2, 'S': 2, 'j': 3}
_names_of = {'a': [day[:3] for day in _days], 'A': _days, 'b': [month[:3] for month in _months], 'B': _months,
             'p': ['AM', 'PM'], '%': ['%']}


def _read(letter, text, at, found, problem):
    """Reads one directive's value into `found`; where the text goes on."""
    if letter in _names_of:
        for place, name in enumerate(_names_of[letter]):
            if text[at:at + len(name)].lower() == name.lower():
                found[letter.lower()] = place
                return at + len(name)
        raise problem
    if letter not in _widths:
        raise ValueError("'%s' is a bad directive in format" % letter)
    end = at
    while end < at + _widths[letter] and text[end:end + 1].isdigit():
        end += 1
    if end == at:
        raise problem
    found[{'e': 'd'}.get(letter, letter)] = int(text[at:end])
    return end


def _moment(found, problem):
    year, month, hour = found['Y'], found['m'], found['H']
    if 'y' in found:
        year = found['y'] + (1900 if found['y'] > 68 else 2000)
    if 'b' in found:
        month = found['b'] + 1
    if 'I' in found:
        hour = found['I'] % 12 + 12 * found.get('p', 0)
    if not 1 <= month <= 12 or not 1 <= found['d'] <= 31 or hour > 23 or found['M'] > 59 or found['S'] > 61:
        raise problem
    made = gmtime(_time.seconds(year, month, found['d'], hour, found['M'], found['S']))
    if made.tm_mon != month:
        raise ValueError('day is out of range for month')
    return struct_time(tuple(made[:8]) + (-1,))
