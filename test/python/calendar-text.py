"""Months and years as text."""
import calendar

print calendar.month(2026, 2)
print calendar.month(2024, 2, 4, 2)
print calendar.TextCalendar(calendar.SUNDAY).formatmonth(1999, 12)
print calendar.calendar(2000)
print calendar.TextCalendar(6).formatyear(2027, 3, 1, 4, 2)
calendar.prmonth(2026, 8)
print repr(calendar.weekheader(3)), repr(calendar.weekheader(10)), repr(calendar.TextCalendar().formatmonthname(2026, 5, 20, False))
