"""time.strptime and datetime.strptime: times read from text, and texts that are none."""
import time
from datetime import datetime

for text, format in (
    ('30 Nov 00', '%d %b %y'), ('Sat Mar 14 15:09:26 2009', '%c'), ('tuesday', '%A'), ('12 am', '%I %p'), ('366 2008', '%j %Y'),
    ('2009 10 0', '%Y %W %w'), ('2009 10 0', '%Y %U %w'), ('29 Feb', '%d %b'), ('111', '%d%m'), ('11', '%d%m'), ('5%', '%d%%'), ('a \t b', 'a b'),
    ('utc', '%Z'), ('2009-13-01', '%Y-%m-%d'), ('2009-02-29', '%Y-%m-%d'), ('2009 ', '%Y'), ('x', '%Y'), ('24', '%H'), ('5', '%Q'), ('5', '%d%'),
    ('june', '%b'), ('ab', 'a b'), ('2009 2009', '%Y %Y'), ('0000', '%Y'),
):
    try:
        print tuple(time.strptime(text, format))
    except Exception as problem:
        print type(problem).__name__, problem
print datetime.strptime('2009-03-14 15:09:26.5', '%Y-%m-%d %H:%M:%S.%f')
print time.strptime('Thu Jan  1 00:00:00 1970')
