"""Calendars of months and years, as numbers, text and HTML. Weeks begin on Monday unless told otherwise."""

import datetime
import locale as _locale
import sys

__all__ = ['IllegalMonthError', 'IllegalWeekdayError', 'setfirstweekday', 'firstweekday', 'isleap', 'leapdays', 'weekday',
           'monthrange', 'monthcalendar', 'prmonth', 'month', 'prcal', 'calendar', 'timegm', 'month_name', 'month_abbr',
           'day_name', 'day_abbr']

error = ValueError

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
January = 1
February = 2
mdays = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
EPOCH = 1970


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return 'bad month number %r; must be 1-12' % self.month


class IllegalWeekdayError(ValueError):
    def __init__(self, weekday):
        self.weekday = weekday

    def __str__(self):
        return 'bad weekday number %r; must be 0 (Monday) to 6 (Sunday)' % self.weekday


class _Names:
    """The names of months or days, which cannot be changed."""

    def __init__(self, names):
        self._names = names

    def __getitem__(self, i):
        return self._names[i]

    def __len__(self):
        return len(self._names)


day_name = _Names('Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split())
day_abbr = _Names([_name[:3] for _name in day_name])
month_name = _Names([''] + 'January February March April May June July August September October November December'.split())
month_abbr = _Names([_name[:3] for _name in month_name])


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    """How many leap years there are from y1 on, before y2."""
    return _leap_years_before(y2) - _leap_years_before(y1)


def _leap_years_before(year):
    past = year - 1
    return past // 4 - past // 100 + past // 400


def weekday(year, month, day):
    """0 for Monday to 6 for Sunday."""
    return datetime.date(year, month, day).weekday()


def monthrange(year, month):
    """(the weekday of the first day, the number of days)."""
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    return weekday(year, month, 1), mdays[month] + (month == February and isleap(year))


def _in_rows(items, width):
    return [items[at:at + width] for at in range(0, len(items), width)]


class Calendar(object):
    """The days of months and years, by weeks."""

    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def getfirstweekday(self):
        return self._firstweekday % 7

    def setfirstweekday(self, firstweekday):
        self._firstweekday = firstweekday

    firstweekday = property(getfirstweekday, setfirstweekday)

    def iterweekdays(self):
        """The numbers of the weekdays, the first of the week first."""
        for day in range(self.firstweekday, self.firstweekday + 7):
            yield day % 7

    def itermonthdates(self, year, month):
        """The dates of whole weeks that have all of the month."""
        date = datetime.date(year, month, 1)
        date -= datetime.timedelta((date.weekday() - self.firstweekday) % 7)
        while True:
            yield date
            try:
                date += datetime.timedelta(1)
            except OverflowError:
                # There are no dates after the last year.
                break
            if date.month != month and date.weekday() == self.firstweekday:
                break

    def itermonthdays(self, year, month):
        """The same as days of the month, 0 for those outside."""
        first, length = monthrange(year, month)
        for _ in range((first - self.firstweekday) % 7):
            yield 0
        for day in range(1, length + 1):
            yield day
        for _ in range((self.firstweekday - first - length) % 7):
            yield 0

    def itermonthdays2(self, year, month):
        """Pairs of these and the weekday."""
        for place, day in enumerate(self.itermonthdays(year, month)):
            yield day, (place + self.firstweekday) % 7

    def monthdatescalendar(self, year, month):
        return _in_rows(list(self.itermonthdates(year, month)), 7)

    def monthdays2calendar(self, year, month):
        return _in_rows(list(self.itermonthdays2(year, month)), 7)

    def monthdayscalendar(self, year, month):
        return _in_rows(list(self.itermonthdays(year, month)), 7)

    def yeardatescalendar(self, year, width=3):
        """Rows of so many months."""
        return _in_rows([self.monthdatescalendar(year, month) for month in range(1, 13)], width)

    def yeardays2calendar(self, year, width=3):
        return _in_rows([self.monthdays2calendar(year, month) for month in range(1, 13)], width)

    def yeardayscalendar(self, year, width=3):
        return _in_rows([self.monthdayscalendar(year, month) for month in range(1, 13)], width)


class TextCalendar(Calendar):
    """Calendars as plain text, in columns."""

    def prweek(self, theweek, width):
        print self.formatweek(theweek, width),

    def formatday(self, day, weekday, width):
        return ('%2i' % day if day else '').center(width)

    def formatweek(self, theweek, width):
        return ' '.join([self.formatday(day, weekday, width) for day, weekday in theweek])

    def formatweekday(self, day, width):
        return (day_name if width >= 9 else day_abbr)[day][:width].center(width)

    def formatweekheader(self, width):
        return ' '.join([self.formatweekday(day, width) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        name = month_name[themonth]
        return ('%s %r' % (name, theyear) if withyear else name).center(width)

    def prmonth(self, theyear, themonth, w=0, l=0):
        print self.formatmonth(theyear, themonth, w, l),

    def formatmonth(self, theyear, themonth, w=0, l=0):
        """A month: columns of width w, l lines for each week."""
        w = max(2, w)
        lines = [self.formatmonthname(theyear, themonth, 7 * (w + 1) - 1), self.formatweekheader(w)]
        lines += [self.formatweek(week, w) for week in self.monthdays2calendar(theyear, themonth)]
        return ''.join([line.rstrip() + '\n' * max(1, l) for line in lines])

    def formatyear(self, theyear, w=2, l=1, c=6, m=3):
        """A year: m months in a row, with c spaces between."""
        w = max(2, w)
        c = max(2, c)
        end = '\n' * max(1, l)
        width = (w + 1) * 7 - 1
        lines = [repr(theyear).center(width * m + c * (m - 1))]
        header = self.formatweekheader(w)
        for at, row in enumerate(self.yeardays2calendar(theyear, m)):
            months = range(m * at + 1, min(m * (at + 1) + 1, 13))
            lines.append('')
            lines.append(formatstring([self.formatmonthname(theyear, each, width, False) for each in months], width, c))
            lines.append(formatstring([header for each in months], width, c))
            for week in range(max(map(len, row))):
                weeks = [self.formatweek(each[week], w) if week < len(each) else '' for each in row]
                lines.append(formatstring(weeks, width, c))
        return ''.join([line.rstrip() + end for line in lines])

    def pryear(self, theyear, w=0, l=0, c=6, m=3):
        print self.formatyear(theyear, w, l, c, m)


class HTMLCalendar(Calendar):
    """Calendars as tables of HTML."""

    cssclasses = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

    def formatday(self, day, weekday):
        if day == 0:
            return '<td class="noday">&nbsp;</td>'
        return '<td class="%s">%d</td>' % (self.cssclasses[weekday], day)

    def formatweek(self, theweek):
        return '<tr>%s</tr>' % ''.join([self.formatday(day, weekday) for day, weekday in theweek])

    def formatweekday(self, day):
        return '<th class="%s">%s</th>' % (self.cssclasses[day], day_abbr[day])

    def formatweekheader(self):
        return '<tr>%s</tr>' % ''.join([self.formatweekday(day) for day in self.iterweekdays()])

    def formatmonthname(self, theyear, themonth, withyear=True):
        name = '%s %s' % (month_name[themonth], theyear) if withyear else '%s' % month_name[themonth]
        return '<tr><th colspan="7" class="month">%s</th></tr>' % name

    def formatmonth(self, theyear, themonth, withyear=True):
        lines = ['<table border="0" cellpadding="0" cellspacing="0" class="month">',
                 self.formatmonthname(theyear, themonth, withyear=withyear), self.formatweekheader()]
        lines += [self.formatweek(week) for week in self.monthdays2calendar(theyear, themonth)]
        return '\n'.join(lines + ['</table>', ''])

    def formatyear(self, theyear, width=3):
        width = max(width, 1)
        rows = ['<table border="0" cellpadding="0" cellspacing="0" class="year">\n'
                '<tr><th colspan="%d" class="year">%s</th></tr>' % (width, theyear)]
        for months in _in_rows(range(1, 13), width):
            cells = ['<td>%s</td>' % self.formatmonth(theyear, month, withyear=False) for month in months]
            rows.append('<tr>%s</tr>' % ''.join(cells))
        return ''.join(rows + ['</table>'])

    def formatyearpage(self, theyear, width=3, css='calendar.css', encoding=None):
        """A whole page, as bytes."""
        if encoding is None:
            encoding = sys.getdefaultencoding()
        lines = ['<?xml version="1.0" encoding="%s"?>' % encoding,
                 '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN"'
                 ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
                 '<html>', '<head>', '<meta http-equiv="Content-Type" content="text/html; charset=%s" />' % encoding]
        if css is not None:
            lines.append('<link rel="stylesheet" type="text/css" href="%s" />' % css)
        lines += ['<title>Calendar for %d</title>' % theyear, '</head>', '<body>',
                  self.formatyear(theyear, width) + '</body>', '</html>', '']
        return '\n'.join(lines).encode(encoding, 'xmlcharrefreplace')


class TimeEncoding:
    """Inside of `with`, dates are written in a locale; gives its encoding."""

    def __init__(self, locale):
        self.locale = locale

    def __enter__(self):
        self.oldlocale = _locale.getlocale(_locale.LC_TIME)
        _locale.setlocale(_locale.LC_TIME, self.locale)
        return _locale.getlocale(_locale.LC_TIME)[1]

    def __exit__(self, *args):
        _locale.setlocale(_locale.LC_TIME, self.oldlocale)


class LocaleTextCalendar(TextCalendar):
    """Text with the names of a locale."""

    def __init__(self, firstweekday=0, locale=None):
        TextCalendar.__init__(self, firstweekday)
        self.locale = _locale.getdefaultlocale() if locale is None else locale

    def formatweekday(self, day, width):
        with TimeEncoding(self.locale):
            return TextCalendar.formatweekday(self, day, width)

    def formatmonthname(self, theyear, themonth, width, withyear=True):
        with TimeEncoding(self.locale):
            return TextCalendar.formatmonthname(self, theyear, themonth, width, withyear)


class LocaleHTMLCalendar(HTMLCalendar):
    """HTML with the names of a locale."""

    def __init__(self, firstweekday=0, locale=None):
        HTMLCalendar.__init__(self, firstweekday)
        self.locale = _locale.getdefaultlocale() if locale is None else locale

    def formatweekday(self, day):
        with TimeEncoding(self.locale):
            return HTMLCalendar.formatweekday(self, day)

    def formatmonthname(self, theyear, themonth, withyear=True):
        with TimeEncoding(self.locale):
            return HTMLCalendar.formatmonthname(self, theyear, themonth, withyear)


# The functions of the module are those of one calendar.

c = TextCalendar()

firstweekday = c.getfirstweekday
monthcalendar = c.monthdayscalendar
prweek = c.prweek
week = c.formatweek
weekheader = c.formatweekheader
prmonth = c.prmonth
month = c.formatmonth
calendar = c.formatyear
prcal = c.pryear


def setfirstweekday(firstweekday):
    if not MONDAY <= firstweekday <= SUNDAY:
        raise IllegalWeekdayError(firstweekday)
    c.firstweekday = firstweekday


def format(cols, colwidth=20, spacing=6):
    """Prints `formatstring`."""
    print formatstring(cols, colwidth, spacing)


def formatstring(cols, colwidth=20, spacing=6):
    """Texts in columns."""
    return (' ' * spacing).join([col.center(colwidth) for col in cols])


def timegm(tuple):
    """The seconds since 1970 of a date and time in UTC: the other way of time.gmtime."""
    year, month, day, hour, minute, second = tuple[:6]
    days = datetime.date(year, month, 1).toordinal() - datetime.date(EPOCH, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


def main(args):
    """`args` as of a command line: the program, a year, a month."""
    if len(args) == 1:
        print calendar(datetime.date.today().year)
    elif len(args) == 2:
        print calendar(int(args[1]))
    else:
        print month(int(args[1]), int(args[2]), 0, 0)
