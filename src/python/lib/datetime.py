"""Dates and times: `date`, `time`, `datetime`, what lies between them (`timedelta`), and zones (`tzinfo`)."""

from __future__ import division

import time as _time
from time import _EPOCH, _from_ordinal, _integer, _month_length, _ordinal, _weekday, _year_day

MINYEAR = 1
MAXYEAR = 9999

# The last day there is.
_LAST = 3652059
_DAY_MICROSECONDS = 86400 * 10 ** 6


# How functions of C take arguments.

def _laid(names, required, args, keywords, who='function'):
    """The arguments by position, those that were not given left out at the end; the others as None."""
    given = len(args) + len(keywords)
    if given > len(names):
        raise TypeError('%s takes at most %d argument%s (%d given)' % (who, len(names), 's'[len(names) == 1:], given))
    laid = list(args)
    for at in range(len(args), len(names)):
        name = names[at]
        if name in keywords:
            laid.append(keywords[name])
        elif at < required:
            raise TypeError("Required argument '%s' (pos %d) not found" % (name, at + 1))
        else:
            laid.append(None)
    for name in keywords:
        if name not in names:
            raise TypeError("'%s' is an invalid keyword argument for this function" % name)
        if names.index(name) < len(args):
            raise TypeError("Argument given by name ('%s') and position (%d)" % (name, names.index(name) + 1))
    return laid


def _merged(names, old, args, keywords):
    """What `replace` makes of the fields `old`: those that were given are new, also when they are None."""
    values = dict(zip(names, old))
    given = _laid(names, 0, args, keywords, 'replace()')
    values.update(keywords)
    return [given[at] if at < len(args) else values[name] for at, name in enumerate(names)]


def _type_name(value):
    """The name of a value's type as C knows it: with its module when it is written in C."""
    shown = repr(type(value))
    return shown[7:-2] if shown.startswith("<type '") else type(value).__name__


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError("tzinfo argument must be None or of a tzinfo subclass, not type '%s'" % _type_name(zone))


def _format_text(args, keywords):
    """The format that a `strftime` was given, as bytes."""
    (format,) = _laid(('format',), 1, args, keywords, 'strftime()')
    if isinstance(format, unicode):
        return format.encode('ascii')
    if not isinstance(format, str):
        raise TypeError('strftime() argument 1 must be string or read-only buffer, not ' + _type_name(format))
    return format


def _format(self, spec):
    """`__format__` of dates and times: an empty text asks for `str`."""
    if not isinstance(spec, basestring):
        raise ValueError('__format__ expects str or unicode, not ' + _type_name(spec))
    return self.strftime(spec) if spec else str(self)


def _cannot_compare(self, other):
    return TypeError("can't compare %s to %s" % (_type_name(self), _type_name(other)))


# The calendar.

def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError('year is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= _month_length(year, month):
        raise ValueError('day is out of range for month')


def _check_time(hour, minute, second, microsecond):
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')


def _struct_time(year, month, day, hour, minute, second, dst):
    weekday = _weekday(_ordinal(year, month, day))
    return _time.struct_time((year, month, day, hour, minute, second, weekday, _year_day(year, month, day), dst))


def _fields_of(timestamp):
    """The six fields in UTC and the microseconds of a number of seconds since the epoch."""
    if isinstance(timestamp, float) and timestamp != timestamp:
        raise ValueError('timestamp out of range for platform localtime() function')
    whole = _time._seconds(timestamp)
    if abs(whole) > 67767976233532799:
        raise ValueError('timestamp out of range for platform localtime() function')
    microsecond = _half_up((timestamp - whole) * 1e6)
    if microsecond < 0:
        whole -= 1
        microsecond += 1000000
    if microsecond == 1000000:
        whole += 1
        microsecond = 0
    day = whole // 86400 + _EPOCH
    second = whole % 86400
    if not 0 < day <= _LAST:
        raise ValueError('year is out of range')
    return _from_ordinal(day) + (second // 3600, second // 60 % 60, second % 60, microsecond)


def _half_up(x):
    """The nearest integer; of two, the one further from zero."""
    return int(x + 0.5) if x >= 0 else -int(0.5 - x)


def _bytes(*numbers):
    return ''.join(map(chr, numbers))


class _Field(object):
    """An attribute that can only be read."""

    def __init__(self, owner, name, slot=None):
        self._owner = owner
        self._name = name
        self._slot = slot or '_' + name

    def __get__(self, holder, cls=None):
        return self if holder is None else getattr(holder, self._slot)

    def __set__(self, holder, value):
        if self._owner == 'timedelta':
            raise TypeError('readonly attribute')
        raise AttributeError("attribute '%s' of 'datetime.%s' objects is not writable" % (self._name, self._owner))

    def __delete__(self, holder):
        self.__set__(holder, None)


def _new_arguments(self):
    """What makes a copy."""
    return self.__reduce__()[1]


class timedelta(object):
    """Difference between two datetime values."""

    __slots__ = '_days', '_seconds', '_microseconds'

    def __new__(cls, *args, **keywords):
        if len(args) > 7:
            raise TypeError('__new__() takes at most 7 arguments (%d given)' % len(args))
        given = _laid(_UNITS, 0, args, keywords, '__new__()')
        total = 0
        left = 0.0
        for name, factor in _FACTORS:
            value = given[_UNITS.index(name)]
            if value is None and len(args) <= _UNITS.index(name) and name not in keywords:
                continue
            if isinstance(value, (int, long)):
                total += value * factor
            elif isinstance(value, float):
                # What a fraction leaves below a microsecond is added up apart, and rounded once.
                whole = int(value)
                part = (value - whole) * factor
                total += whole * factor + int(part)
                left += part - int(part)
            else:
                raise TypeError('unsupported type for timedelta %s component: %s' % (name, _type_name(value)))
        return _delta(total + _half_up(left), cls)

    days = _Field('timedelta', 'days')
    seconds = _Field('timedelta', 'seconds')
    microseconds = _Field('timedelta', 'microseconds')

    def total_seconds(self):
        return _total(self) / 1000000

    def __repr__(self):
        fields = [self._days, self._seconds, self._microseconds]
        while len(fields) > 1 and fields[-1] == 0:
            fields.pop()
        return '%s(%s)' % (_type_name(self), ', '.join(map(repr, fields)))

    def __str__(self):
        seconds = self._seconds
        text = '%d:%02d:%02d' % (seconds // 3600, seconds // 60 % 60, seconds % 60)
        if self._microseconds:
            text += '.%06d' % self._microseconds
        if self._days:
            text = '%d day%s, %s' % (self._days, '' if abs(self._days) == 1 else 's', text)
        return text

    def __add__(self, other):
        return _delta(_total(self) + _total(other)) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(_total(self) - _total(other)) if isinstance(other, timedelta) else NotImplemented

    def __mul__(self, other):
        return _delta(_total(self) * other) if isinstance(other, (int, long)) else NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if not isinstance(other, (int, long)):
            return NotImplemented
        return _delta(_total(self) // other)

    __div__ = __floordiv__

    def __neg__(self):
        return _delta(-_total(self))

    def __pos__(self):
        return _delta(_total(self))

    def __abs__(self):
        return _delta(abs(_total(self)))

    def __nonzero__(self):
        return _total(self) != 0

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __eq__(self, other):
        return isinstance(other, timedelta) and _total(self) == _total(other)

    def __ne__(self, other):
        return not (isinstance(other, timedelta) and _total(self) == _total(other))

    def __lt__(self, other):
        return _total(self) < self._total_of(other)

    def __le__(self, other):
        return _total(self) <= self._total_of(other)

    def __gt__(self, other):
        return _total(self) > self._total_of(other)

    def __ge__(self, other):
        return _total(self) >= self._total_of(other)

    def _total_of(self, other):
        if not isinstance(other, timedelta):
            raise _cannot_compare(self, other)
        return _total(other)

    def __reduce__(self):
        return type(self), (self._days, self._seconds, self._microseconds)


_UNITS = 'days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks'
# Microseconds of each, in the order in which CPython adds them up.
_FACTORS = (('microseconds', 1), ('milliseconds', 1000), ('seconds', 10 ** 6), ('minutes', 60 * 10 ** 6),
            ('hours', 3600 * 10 ** 6), ('days', _DAY_MICROSECONDS), ('weeks', 7 * _DAY_MICROSECONDS))


def _delta(total, cls=timedelta):
    """A timedelta of so many microseconds."""
    days = total // _DAY_MICROSECONDS
    if not -999999999 <= days <= 999999999:
        if not -0x80000000 <= days < 0x80000000:
            raise OverflowError('Python int too large to convert to C int')
        raise OverflowError('days=%d; must have magnitude <= 999999999' % days)
    rest = int(total - days * _DAY_MICROSECONDS)
    self = object.__new__(cls)
    self._days = int(days)
    self._seconds = rest // 1000000
    self._microseconds = rest % 1000000
    return self


def _total(delta):
    """All its microseconds."""
    return (delta._days * 86400 + delta._seconds) * 1000000 + delta._microseconds


class tzinfo(object):
    """Abstract base class for time zone info objects."""

    __slots__ = ()

    def __new__(cls, *args, **keywords):
        return object.__new__(cls)

    def __init__(self, *args, **keywords):
        pass

    def tzname(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement tzname()')

    def utcoffset(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement utcoffset()')

    def dst(self, dt):
        raise NotImplementedError('a tzinfo subclass must implement dst()')

    def fromutc(self, dt):
        """The time here of a datetime whose fields are UTC's and whose zone is this."""
        if not isinstance(dt, datetime):
            raise TypeError('fromutc: argument must be a datetime')
        if dt._zone is not self:
            raise ValueError('fromutc: dt.tzinfo is not self')
        offset = dt.utcoffset()
        if offset is None:
            raise ValueError('fromutc: non-None utcoffset() result required')
        dst = dt.dst()
        if dst is None:
            raise ValueError('fromutc: non-None dst() result required')
        dt += offset - dst
        dst = dt.dst()
        if dst is None:
            raise ValueError('fromutc: tz.dst() gave inconsistent results; cannot convert')
        return dt + dst

    def __reduce__(self):
        arguments = getattr(self, '__getinitargs__', None)
        args = () if arguments is None else arguments()
        get_state = getattr(self, '__getstate__', None)
        state = (getattr(self, '__dict__', None) or None) if get_state is None else get_state()
        return (type(self), args) if state is None else (type(self), args, state)


def _minutes(zone, method, argument):
    """What `utcoffset` or `dst` of a zone says, in minutes, or None."""
    if zone is None:
        return None
    offset = getattr(zone, method)(argument)
    if offset is None:
        return None
    if not isinstance(offset, timedelta):
        raise TypeError("tzinfo.%s() must return None or timedelta, not '%s'" % (method, _type_name(offset)))
    minutes, rest = divmod(_total(offset), 60000000)
    if not -1 <= offset._days <= 0:
        minutes, rest = 1440, 0
    if rest:
        raise ValueError('tzinfo.%s() must return a whole number of minutes' % method)
    if not -1440 < minutes < 1440:
        raise ValueError('tzinfo.%s() returned %d; must be in -1439 .. 1439' % (method, minutes))
    return minutes


def _minutes_delta(minutes):
    return None if minutes is None else _delta(minutes * 60000000)


def _zone_name(zone, argument):
    if zone is None:
        return None
    name = zone.tzname(argument)
    if name is not None and not isinstance(name, str):
        raise TypeError("tzinfo.tzname() must return None or a string, not '%s'" % _type_name(name))
    return name


def _offset_text(minutes, colon):
    if minutes is None:
        return ''
    sign = '-' if minutes < 0 else '+'
    return '%s%02d%s%02d' % (sign, abs(minutes) // 60, colon, abs(minutes) % 60)


def _strftime(format, fields, microsecond, zone, argument):
    """`time.strftime`, which knows neither microseconds (%f) nor the zone (%z, %Z)."""
    if fields[0] < 1900:
        raise ValueError('year=%d is before 1900; the datetime strftime() methods require year >= 1900' % fields[0])
    parts = []
    at = 0
    while True:
        found = format.find('%', at)
        if found < 0:
            break
        if found + 1 == len(format):
            raise ValueError('strftime format ends with raw %')
        letter = format[found + 1]
        parts.append(format[at:found])
        if letter == 'z':
            parts.append(_offset_text(_minutes(zone, 'utcoffset', argument), ''))
        elif letter == 'Z':
            parts.append((_zone_name(zone, argument) or '').replace('%', '%%'))
        elif letter == 'f':
            parts.append('%06d' % microsecond)
        else:
            parts.append('%' + letter)
        at = found + 2
    # C's text ends at a null byte.
    return _time.strftime((''.join(parts) + format[at:]).split('\0')[0], fields)


class date(object):
    """date(year, month, day) --> date object"""

    __slots__ = '_year', '_month', '_day'

    def __new__(cls, *args, **keywords):
        if len(args) == 1 and isinstance(args[0], str) and len(args[0]) == 4 and 1 <= ord(args[0][2]) <= 12:
            high, low, month, day = map(ord, args[0])
            return _date(cls, high * 256 + low, month, day)
        if keywords or len(args) != 3:
            args = _laid(('year', 'month', 'day'), 3, args, keywords)
        year, month, day = map(_integer, args)
        _check_date(year, month, day)
        return _date(cls, year, month, day)

    year = _Field('date', 'year')
    month = _Field('date', 'month')
    day = _Field('date', 'day')

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromtimestamp(cls, *args):
        if len(args) != 1:
            raise TypeError('fromtimestamp() takes exactly 1 argument (%d given)' % len(args))
        return cls(*_fields_of(_time._number(args[0]))[:3])

    @classmethod
    def fromordinal(cls, *args):
        if len(args) != 1:
            raise TypeError('fromordinal() takes exactly 1 argument (%d given)' % len(args))
        ordinal = _integer(args[0])
        if ordinal < 1:
            raise ValueError('ordinal must be >= 1')
        if ordinal > _LAST:
            raise ValueError('year is out of range')
        return cls(*_from_ordinal(ordinal))

    def replace(self, *args, **keywords):
        return type(self)(*_merged(('year', 'month', 'day'), (self._year, self._month, self._day), args, keywords))

    def timetuple(self):
        return _struct_time(self._year, self._month, self._day, 0, 0, 0, -1)

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def weekday(self):
        return _weekday(_ordinal(self._year, self._month, self._day))

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        """(year, week, day): a week belongs to the year that has its Thursday."""
        thursday = _ordinal(self._year, self._month, self._day) - self.weekday() + 3
        year = _from_ordinal(thursday)[0]
        return year, (thursday - _ordinal(year, 1, 1)) // 7 + 1, self.weekday() + 1

    def isoformat(self):
        return '%04d-%02d-%02d' % (self._year, self._month, self._day)

    __str__ = isoformat

    def ctime(self):
        return '%s %s %2d 00:00:00 %04d' % (
            _time._days[self.weekday()][:3], _time._months[self._month - 1][:3], self._day, self._year)

    def strftime(self, *args, **keywords):
        return _strftime(_format_text(args, keywords), self.timetuple(), 0, None, None)

    __format__ = _format
    __getnewargs__ = _new_arguments

    def __repr__(self):
        return '%s(%d, %d, %d)' % (_type_name(self), self._year, self._month, self._day)

    def __add__(self, other):
        return _date_from(self.toordinal() + other._days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _date_from(self.toordinal() - other._days)
        # A datetime is a date, but not a day.
        if isinstance(other, date) and not isinstance(other, datetime):
            return _delta((self.toordinal() - other.toordinal()) * _DAY_MICROSECONDS)
        return NotImplemented

    def __hash__(self):
        return hash(self._state())

    def __eq__(self, other):
        return self._state() == other._state() if isinstance(other, date) else self._equal(other, False)

    def __ne__(self, other):
        return self._state() != other._state() if isinstance(other, date) else self._equal(other, True)

    def _equal(self, other, answer):
        return NotImplemented if hasattr(other, 'timetuple') else answer

    def __lt__(self, other):
        return self._state() < other._state() if isinstance(other, date) else self._order(other)

    def __le__(self, other):
        return self._state() <= other._state() if isinstance(other, date) else self._order(other)

    def __gt__(self, other):
        return self._state() > other._state() if isinstance(other, date) else self._order(other)

    def __ge__(self, other):
        return self._state() >= other._state() if isinstance(other, date) else self._order(other)

    def _order(self, other):
        if hasattr(other, 'timetuple'):
            return NotImplemented
        raise _cannot_compare(self, other)

    def _state(self):
        """Its bytes in a pickle, which are ordered as the dates are."""
        return _bytes(self._year // 256, self._year % 256, self._month, self._day)

    def __reduce__(self):
        return type(self), (self._state(),)


def _date(cls, year, month, day):
    self = object.__new__(cls)
    self._year = year
    self._month = month
    self._day = day
    return self


def _date_from(ordinal):
    if not 0 < ordinal <= _LAST:
        raise OverflowError('date value out of range')
    return _date(date, *_from_ordinal(ordinal))


class time(object):
    """time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object

All arguments are optional. tzinfo may be None, or an instance of
a tzinfo subclass. The remaining arguments may be ints or longs.
"""

    __slots__ = '_hour', '_minute', '_second', '_microsecond', '_zone'

    def __new__(cls, *args, **keywords):
        if 1 <= len(args) <= 2 and isinstance(args[0], str) and len(args[0]) == 6 and ord(args[0][0]) < 24:
            return _unpickled_time(cls, *args)
        given = _laid(_TIME_FIELDS, 0, args, keywords)
        if len(args) < 4:
            for at in range(len(args), 4):
                if given[at] is None and _TIME_FIELDS[at] not in keywords:
                    given[at] = 0
        hour, minute, second, microsecond = map(_integer, given[:4])
        _check_time(hour, minute, second, microsecond)
        _check_zone(given[4])
        return _filled_time(object.__new__(cls), hour, minute, second, microsecond, given[4])

    hour = _Field('time', 'hour')
    minute = _Field('time', 'minute')
    second = _Field('time', 'second')
    microsecond = _Field('time', 'microsecond')
    tzinfo = _Field('time', 'tzinfo', '_zone')

    def utcoffset(self):
        return _minutes_delta(_minutes(self._zone, 'utcoffset', None))

    def dst(self):
        return _minutes_delta(_minutes(self._zone, 'dst', None))

    def tzname(self):
        return _zone_name(self._zone, None)

    def replace(self, *args, **keywords):
        old = self._hour, self._minute, self._second, self._microsecond, self._zone
        return type(self)(*_merged(_TIME_FIELDS, old, args, keywords))

    def isoformat(self):
        text = _clock_text(self)
        return text if self._zone is None else text + _offset_text(_minutes(self._zone, 'utcoffset', None), ':')

    __str__ = isoformat

    def strftime(self, *args, **keywords):
        fields = 1900, 1, 1, self._hour, self._minute, self._second, 0, 1, -1
        return _strftime(_format_text(args, keywords), fields, self._microsecond, self._zone, None)

    __format__ = _format
    __getnewargs__ = _new_arguments

    def __repr__(self):
        return _repr(self, [self._hour, self._minute], self)

    def __nonzero__(self):
        if self._second or self._microsecond:
            return True
        return self._hour * 60 + self._minute != (_minutes(self._zone, 'utcoffset', None) or 0)

    def __hash__(self):
        return hash(self._moment(_minutes(self._zone, 'utcoffset', None) or 0))

    def _moment(self, offset):
        return ((self._hour * 60 + self._minute - offset) * 60 + self._second) * 1000000 + self._microsecond

    def _compared(self, other):
        """Two numbers that are ordered as the times are."""
        if self._zone is other._zone:
            return self._moment(0), other._moment(0)
        mine, theirs = _minutes(self._zone, 'utcoffset', None), _minutes(other._zone, 'utcoffset', None)
        if (mine is None) != (theirs is None):
            raise TypeError("can't compare offset-naive and offset-aware times")
        return self._moment(mine or 0), other._moment(theirs or 0)

    def __eq__(self, other):
        if not isinstance(other, time):
            return False
        mine, theirs = self._compared(other)
        return mine == theirs

    def __ne__(self, other):
        return not time.__eq__(self, other)

    def _cmp(self, other):
        if not isinstance(other, time):
            raise _cannot_compare(self, other)
        return cmp(*self._compared(other))

    def __lt__(self, other):
        return self._cmp(other) < 0

    def __le__(self, other):
        return self._cmp(other) <= 0

    def __gt__(self, other):
        return self._cmp(other) > 0

    def __ge__(self, other):
        return self._cmp(other) >= 0

    def __reduce__(self):
        state = _clock_state(self)
        return type(self), ((state,) if self._zone is None else (state, self._zone))


_TIME_FIELDS = 'hour', 'minute', 'second', 'microsecond', 'tzinfo'


def _filled_time(self, hour, minute, second, microsecond, zone):
    self._hour = hour
    self._minute = minute
    self._second = second
    self._microsecond = microsecond
    self._zone = zone
    return self


def _unpickled_time(cls, state, zone=None):
    hour, minute, second, high, middle, low = map(ord, state)
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError('bad tzinfo state arg')
    return _filled_time(object.__new__(cls), hour, minute, second, (high * 256 + middle) * 256 + low, zone)


def _clock_state(self):
    part = self._microsecond
    return _bytes(self._hour, self._minute, self._second, part >> 16, part >> 8 & 255, part & 255)


def _clock_text(self):
    text = '%02d:%02d:%02d' % (self._hour, self._minute, self._second)
    return text + '.%06d' % self._microsecond if self._microsecond else text


def _repr(self, fields, clock):
    """The call that makes a time or datetime: seconds only when there are some, and the zone last."""
    if clock._microsecond:
        fields += [clock._second, clock._microsecond]
    elif clock._second:
        fields.append(clock._second)
    shown = map(str, fields)
    if clock._zone is not None:
        shown.append('tzinfo=%r' % (clock._zone,))
    return '%s(%s)' % (_type_name(self), ', '.join(shown))


class datetime(date):
    """datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])

The year, month and day arguments are required. tzinfo may be None, or an
instance of a tzinfo subclass. The remaining arguments may be ints or longs.
"""

    __slots__ = '_hour', '_minute', '_second', '_microsecond', '_zone'

    def __new__(cls, *args, **keywords):
        if 1 <= len(args) <= 2 and isinstance(args[0], str) and len(args[0]) == 10 and 1 <= ord(args[0][2]) <= 12:
            return _unpickled_datetime(cls, *args)
        if not keywords and 3 <= len(args) <= 8:
            given = args + (0, 0, 0, 0, None)[len(args) - 3:]
        else:
            given = _laid(_DATETIME_FIELDS, 3, args, keywords)
            for at in range(len(args), 7):
                if given[at] is None and _DATETIME_FIELDS[at] not in keywords:
                    given[at] = 0
        year, month, day, hour, minute, second, microsecond = map(_integer, given[:7])
        _check_date(year, month, day)
        _check_time(hour, minute, second, microsecond)
        _check_zone(given[7])
        return _filled_time(_date(cls, year, month, day), hour, minute, second, microsecond, given[7])

    hour = _Field('datetime', 'hour')
    minute = _Field('datetime', 'minute')
    second = _Field('datetime', 'second')
    microsecond = _Field('datetime', 'microsecond')
    tzinfo = _Field('datetime', 'tzinfo', '_zone')

    @classmethod
    def now(cls, *args, **keywords):
        (zone,) = _laid(('tz',), 0, args, keywords, 'now()')
        return _in_zone(cls, _time.time(), zone)

    @classmethod
    def utcnow(cls):
        return cls(*_fields_of(_time.time()))

    @classmethod
    def fromtimestamp(cls, *args, **keywords):
        timestamp, zone = _laid(('timestamp', 'tz'), 1, args, keywords, 'fromtimestamp()')
        return _in_zone(cls, _time._number(timestamp), zone)

    @classmethod
    def utcfromtimestamp(cls, *args):
        if len(args) != 1:
            raise TypeError('utcfromtimestamp() takes exactly 1 argument (%d given)' % len(args))
        return cls(*_fields_of(_time._number(args[0])))

    @classmethod
    def combine(cls, *args, **keywords):
        day, clock = _laid(('date', 'time'), 2, args, keywords, 'combine()')
        for at, (value, kind) in enumerate(((day, date), (clock, time))):
            if not isinstance(value, kind):
                raise TypeError('combine() argument %d must be datetime.%s, not %s' % (
                    at + 1, kind.__name__, _type_name(value)))
        return cls(day._year, day._month, day._day, clock._hour, clock._minute, clock._second, clock._microsecond,
                   clock._zone)

    @classmethod
    def strptime(cls, *args):
        if len(args) != 2:
            raise TypeError('strptime() takes exactly 2 arguments (%d given)' % len(args))
        for at, value in enumerate(args):
            if not isinstance(value, basestring):
                raise TypeError('strptime() argument %d must be string, not %s' % (at + 1, _type_name(value)))
        fields, microsecond = _time._strptime(*args)
        return cls(*fields[:6] + (microsecond,))

    def date(self):
        return _date(date, self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._zone)

    def _fields(self):
        return (self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond,
                self._zone)

    def replace(self, *args, **keywords):
        return type(self)(*_merged(_DATETIME_FIELDS, self._fields(), args, keywords))

    def utcoffset(self):
        return _minutes_delta(self._offset())

    def _offset(self):
        return _minutes(self._zone, 'utcoffset', self)

    def dst(self):
        return _minutes_delta(_minutes(self._zone, 'dst', self))

    def tzname(self):
        return _zone_name(self._zone, self)

    def astimezone(self, *args, **keywords):
        (zone,) = _laid(('tz',), 1, args, keywords, 'astimezone()')
        if not isinstance(zone, tzinfo):
            raise TypeError('astimezone() argument 1 must be datetime.tzinfo, not ' + _type_name(zone))
        if zone is self._zone:
            return self
        offset = self._offset()
        if offset is None:
            raise ValueError('astimezone() cannot be applied to a naive datetime')
        return zone.fromutc(_datetime_from(self._moment(offset), zone))

    def timetuple(self):
        dst = _minutes(self._zone, 'dst', self)
        return _struct_time(*self._fields()[:6] + (-1 if dst is None else int(dst != 0),))

    def utctimetuple(self):
        offset = self._offset()
        moment = self if not offset else _datetime_from(self._moment(offset), None)
        return _struct_time(*moment._fields()[:6] + (0,))

    def isoformat(self, *args, **keywords):
        (sep,) = _laid(('sep',), 0, args, keywords, 'isoformat()')
        if sep is None and not args and not keywords:
            sep = 'T'
        if not isinstance(sep, str) or len(sep) != 1:
            raise TypeError('isoformat() argument 1 must be char, not ' + _type_name(sep))
        return '%s%s%s%s' % (date.isoformat(self), sep, _clock_text(self), _offset_text(self._offset(), ':'))

    def __str__(self):
        return self.isoformat(' ')

    def ctime(self):
        return '%s%02d:%02d:%02d%s' % (
            date.ctime(self)[:11], self._hour, self._minute, self._second, date.ctime(self)[19:])

    def strftime(self, *args, **keywords):
        return _strftime(_format_text(args, keywords), self.timetuple(), self._microsecond, self._zone, self)

    def __repr__(self):
        return _repr(self, [self._year, self._month, self._day, self._hour, self._minute], self)

    def _moment(self, offset):
        """Microseconds since the day before year 1, in UTC when `offset` is the zone's."""
        minutes = (self.toordinal() * 24 + self._hour) * 60 + self._minute - offset
        return (minutes * 60 + self._second) * 1000000 + self._microsecond

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return _datetime_from(self._moment(0) + _total(other), self._zone)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return _datetime_from(self._moment(0) - _total(other), self._zone)
        if not isinstance(other, datetime):
            return NotImplemented
        mine, theirs = self._moments(other, 'subtract')
        return _delta(mine - theirs)

    def _moments(self, other, purpose):
        if self._zone is other._zone:
            return self._moment(0), other._moment(0)
        mine, theirs = self._offset(), other._offset()
        if (mine is None) != (theirs is None):
            raise TypeError("can't %s offset-naive and offset-aware datetimes" % purpose)
        return self._moment(mine or 0), other._moment(theirs or 0)

    def __hash__(self):
        return hash(self._moment(self._offset() or 0))

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented if hasattr(other, 'timetuple') and not isinstance(other, date) else False
        mine, theirs = self._moments(other, 'compare')
        return mine == theirs

    def __ne__(self, other):
        equal = datetime.__eq__(self, other)
        return equal if equal is NotImplemented else not equal

    def _cmp(self, other):
        """Their order as of `cmp`; None when the other is to say it."""
        if isinstance(other, datetime):
            return cmp(*self._moments(other, 'compare'))
        if hasattr(other, 'timetuple') and not isinstance(other, date):
            return None
        raise _cannot_compare(self, other)

    def __lt__(self, other):
        order = self._cmp(other)
        return NotImplemented if order is None else order < 0

    def __le__(self, other):
        order = self._cmp(other)
        return NotImplemented if order is None else order <= 0

    def __gt__(self, other):
        order = self._cmp(other)
        return NotImplemented if order is None else order > 0

    def __ge__(self, other):
        order = self._cmp(other)
        return NotImplemented if order is None else order >= 0

    def __reduce__(self):
        state = self._state() + _clock_state(self)
        return type(self), ((state,) if self._zone is None else (state, self._zone))


_DATETIME_FIELDS = ('year', 'month', 'day') + _TIME_FIELDS


def _unpickled_datetime(cls, state, zone=None):
    year, low, month, day = map(ord, state[:4])
    clock = _unpickled_time(time, state[4:], zone)
    return _filled_time(_date(cls, year * 256 + low, month, day), clock._hour, clock._minute, clock._second,
                        clock._microsecond, zone)


def _datetime_from(moment, zone):
    """The datetime whose fields are these microseconds."""
    day, rest = divmod(moment, _DAY_MICROSECONDS)
    if not 0 < day <= _LAST:
        raise OverflowError('date value out of range')
    seconds, microsecond = divmod(rest, 1000000)
    made = _date(datetime, *_from_ordinal(day))
    return _filled_time(made, seconds // 3600, seconds // 60 % 60, seconds % 60, microsecond, zone)


def _in_zone(cls, timestamp, zone):
    _check_zone(zone)
    if zone is None:
        return cls(*_fields_of(timestamp))
    return zone.fromutc(cls(*_fields_of(timestamp) + (zone,)))


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
time.min = time()
time.max = time(23, 59, 59, 999999)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
date.resolution = timedelta(1)
timedelta.resolution = time.resolution = datetime.resolution = timedelta(0, 0, 1)

# Shown by the names that CPython's types have.
for _type in timedelta, tzinfo, date, time, datetime:
    del _type.__module__
    _type.__name__ = 'datetime.' + _type.__name__
