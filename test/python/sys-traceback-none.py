# sys.tracebacklimit = 0: an exception that nobody catches is told without its levels.
import sys

sys.tracebacklimit = 0


def f():
    return [][1]


f()
