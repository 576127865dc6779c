# sys.tracebacklimit: of an exception that nobody catches only the innermost levels are shown.
import sys
import traceback


def a():
    b()


def b():
    c()


def c():
    raise ValueError('deep')


for limit in (1, 2, 0):
    sys.tracebacklimit = limit
    try:
        a()
    except ValueError:
        print traceback.format_exc(),
with open('limit.txt', 'w') as f:
    pass
with open('limit.txt') as f:
    try:
        print >>f, 'x'
    except IOError, e:
        print e
import os
os.remove('limit.txt')
sys.tracebacklimit = 2
a()
