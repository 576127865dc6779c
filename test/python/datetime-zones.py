"""datetime: times that know their zone."""
from datetime import datetime, time, timedelta, tzinfo


class Zone(tzinfo):
    def __init__(self, name, minutes, dst=0):
        self.name, self.minutes, self.summer = name, minutes, dst

    def utcoffset(self, dt):
        return timedelta(minutes=self.minutes + self.summer)

    def dst(self, dt):
        return timedelta(minutes=self.summer)

    def tzname(self, dt):
        return self.name


paris, india, utc = Zone('CEST', 60, 60), Zone('IST', 330), Zone('UTC', 0)
moment = datetime(2009, 7, 14, 23, 30, tzinfo=paris)
print moment, moment.isoformat(), moment.utcoffset(), moment.dst(), moment.tzname()
for zone in india, utc, paris:
    print moment.astimezone(zone), moment.astimezone(zone) == moment
print moment.strftime('%H:%M %Z %z'), moment.utctimetuple().tm_hour, moment.timetuple().tm_isdst
print moment - datetime(2009, 7, 14, tzinfo=india), time(1, tzinfo=paris) < time(1, tzinfo=utc), bool(time(2, tzinfo=paris))
print datetime.fromtimestamp(0, india), hash(moment) == hash(moment.astimezone(utc))
for refused in (
    lambda: moment < datetime(2009, 1, 1), lambda: moment - datetime(2009, 1, 1), lambda: datetime(2009, 1, 1).astimezone(utc),
    lambda: time(1, tzinfo=utc) == time(1), lambda: moment.replace(tzinfo=tzinfo()).utcoffset(),
    lambda: moment.replace(tzinfo=Zone('far', 1440)).utcoffset(), lambda: moment.replace(tzinfo=Zone(3, 0)).tzname(),
    lambda: utc.fromutc(moment),
):
    try:
        print refused()
    except Exception as problem:
        print type(problem).__name__, problem
moment.tzinfo = utc
