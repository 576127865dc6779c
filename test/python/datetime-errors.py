"""datetime: what its types refuse, in their words."""
from datetime import date, datetime, time, timedelta

d = date(2009, 3, 14)
for refused in (
    lambda: date(2009, 2, 29), lambda: date(2009, 13, 1), lambda: date(0, 1, 1), lambda: date(2009), lambda: date('a', 1, 1),
    lambda: date(1.5, 1, 1), lambda: date(1, 2, 3, 4), lambda: time(24), lambda: datetime(2009, 1, 1, 0, 60),
    lambda: datetime(2009, 1, 1, tzinfo=3), lambda: d + 1, lambda: 1 - d, lambda: d + d, lambda: d < 1, lambda: d < datetime(2009, 1, 1),
    lambda: d - datetime(2009, 1, 1), lambda: timedelta('a'), lambda: timedelta(hour=1), lambda: timedelta(10 ** 9), lambda: timedelta(1) * 1.5,
    lambda: timedelta(1) < 1, lambda: date.max + timedelta(1), lambda: date(1899, 1, 1).strftime('%Y'), lambda: d.strftime('%'),
    lambda: d.replace(month=2, day=30), lambda: d.replace(hour=1), lambda: date.fromordinal(0), lambda: d.weekday(1), lambda: date.today(1),
    lambda: date.fromtimestamp('a'), lambda: datetime.combine(d), lambda: datetime.combine(d, d), lambda: setattr(d, 'year', 1),
    lambda: setattr(timedelta(1), 'days', 1), lambda: d.hours, lambda: datetime.now(3), lambda: datetime(2009, 1, 1).astimezone(3),
):
    try:
        print refused()
    except Exception as problem:
        print type(problem).__name__, problem
print timedelta(1) / 0
