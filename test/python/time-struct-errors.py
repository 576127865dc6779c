"""time: struct_time is no tuple, and fields out of their ranges are refused."""
import time

t = time.gmtime(1237043366)
print t, t[0], t[3:6], t.tm_yday, len(t), isinstance(t, tuple), t == tuple(t), 14 in t
print 'at %s' % t
print time.asctime(t), time.mktime((2009, 14, 44, 25, 69, 86, 0, 0, -1)), time.ctime(0)
print time.strftime('%Y-%m-%d|%e|%j|%U|%W|%V %G|%I %p|%-d|%_H|%^a|%c|%s|%Q', (2009, 3, 4, 5, 6, 7, 2, 63, 0))
for refused in (
    lambda: time.strftime('%d', (2009, 3, 32, 0, 0, 0, 0, 1, 0)), lambda: time.strftime('%m', (2009, 13, 1, 0, 0, 0, 0, 1, 0)),
    lambda: time.strftime('%d', (1, 2)), lambda: time.strftime('%d', 5), lambda: time.strftime(5), lambda: time.gmtime('a'),
    lambda: time.gmtime(1e30), lambda: time.mktime((100, 1, 1, 0, 0, 0, 0, 0, 0)), lambda: time.asctime((1,)), lambda: time.struct_time((1, 2)),
    lambda: time.struct_time(1), lambda: time.localtime(1, 2), lambda: time.sleep(-1), lambda: t.tm_what, lambda: time.strptime(1),
):
    try:
        print refused()
    except Exception as problem:
        print type(problem).__name__, problem
t.tm_year = 2010
