"""Months and years as HTML."""
import calendar


class Bold(calendar.HTMLCalendar):
    def formatday(self, day, weekday):
        if day == 13:
            return '<td><b>13</b></td>'
        return calendar.HTMLCalendar.formatday(self, day, weekday)


print calendar.HTMLCalendar().formatmonth(2026, 2)
print Bold(6).formatmonth(2026, 3, withyear=False)
print calendar.HTMLCalendar().formatyear(2026, 4)[:600]
page = calendar.HTMLCalendar().formatyearpage(2026, css=None)
print page[:300], len(page), page[-20:]
print calendar.HTMLCalendar().formatyearpage(2026, 6, 'style.css', 'utf-8')[:420]
