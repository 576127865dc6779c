"""datetime: dates, times and what lies between them."""
from datetime import date, datetime, time, timedelta

d = date(2008, 2, 28)
for days in range(3):
    print d + timedelta(days), repr(d + timedelta(days))
print date(2009, 3, 14) - d, (date(2009, 3, 14) - d).days
print d.weekday(), d.isoweekday(), d.isocalendar(), date(2010, 1, 3).isocalendar(), d.toordinal(), date.fromordinal(1)
print d.replace(day=1, month=12), d.ctime(), d < date(2008, 3, 1), d == 3, max(d, date.min)
print timedelta(1.5), timedelta(hours=-1), repr(timedelta(hours=-1)), timedelta(weeks=2, microseconds=7)
print timedelta(1, 2, 3) * 4, timedelta(1) // 7, -timedelta(0, 1), abs(timedelta(-3)), timedelta(1, 1).total_seconds()
moment = datetime(2009, 3, 14, 15, 9, 26, 535897)
print moment, repr(moment), moment.isoformat(), moment.date(), moment.time()
print moment + timedelta(minutes=51), moment - datetime(2009, 1, 1), moment.timetuple()
print datetime.combine(d, time(7, 30)), repr(time(7, 30)), time(7, 30) < time(7, 30, 1), bool(time(0))
print datetime.utcfromtimestamp(1234567890.5), type(moment), date.max, timedelta.resolution
print {d: 'a'}[date(2008, 2, 28)], sorted([date(2001, 1, 1), date(2000, 1, 1)])
print '%s, %r' % (d, d), '{0:%d/%m/%Y}'.format(d), moment.strftime('%A %d %B %Y %H:%M:%S.%f')
