"""What calendars refuse."""
import calendar


def attempt(text):
    try:
        print text, '->', repr(eval(text))
    except Exception as error:
        print text, '->', type(error).__name__ + ':', error


for text in """calendar.monthrange(2026, 13)
calendar.monthrange(2026, 0)
calendar.month(2026, 0)
calendar.month(2026, 13)
calendar.month('2026', 1)
calendar.month(0, 1)
calendar.calendar(10000)
calendar.setfirstweekday(7)
calendar.setfirstweekday('Monday')
calendar.weekday(2026, 2, 30)
calendar.weekday(2026, 2)
calendar.isleap('2000')
calendar.month_name[13]
calendar.month_name['May']
calendar.timegm((2026, 1))
calendar.timegm((2026, 13, 1, 0, 0, 0))
calendar.timegm(5)
calendar.HTMLCalendar().formatday(1, 7)
calendar.Calendar().yeardayscalendar(2026, 0)
calendar.IllegalMonthError(0).month
isinstance(calendar.IllegalWeekdayError(9), ValueError)""".splitlines():
    attempt(text)
raise calendar.IllegalWeekdayError(9)
