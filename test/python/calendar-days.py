"""Iterators and tables of days, leap years, weekdays and timegm."""
import calendar
import time

cal = calendar.Calendar(6)
print list(cal.iterweekdays()), cal.firstweekday, cal.getfirstweekday()
print list(cal.itermonthdays(2026, 2)), list(calendar.Calendar().itermonthdays2(2026, 3))[:8]
print [str(day) for day in cal.itermonthdates(2026, 1)][:5], len(list(cal.itermonthdates(2026, 5)))
print calendar.monthcalendar(2024, 2)
print cal.monthdays2calendar(2024, 2)[0], [str(day) for day in cal.monthdatescalendar(2024, 2)[-1]]
print cal.yeardayscalendar(2024, 4)[0][1][:2], len(cal.yeardatescalendar(2024)), cal.yeardays2calendar(2024)[3][2][0]
print [year for year in range(1896, 1912) if calendar.isleap(year)], calendar.leapdays(1900, 2000), calendar.monthrange(2000, 2)
print calendar.weekday(2026, 11, 23), calendar.day_name[0], list(calendar.day_abbr), calendar.month_name[1:4], list(calendar.month_abbr)
print len(calendar.month_name), calendar.day_name[-1], calendar.mdays, calendar.EPOCH, calendar.FRIDAY
calendar.setfirstweekday(calendar.SUNDAY)
print calendar.firstweekday(), calendar.monthcalendar(2026, 2)[0]
for moment in 0, 86399, 951782400, 1e9, -1, -86401:
    print moment, calendar.timegm(time.gmtime(moment))
print calendar.timegm((2026, 11, 23, 12, 0, 0)), list(calendar.Calendar().itermonthdays(9999, 12))[-4:]
