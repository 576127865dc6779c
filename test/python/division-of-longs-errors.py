"""True division of integers that are too large for floats."""
from __future__ import division

print 10 ** 400 / 10 ** 399, 10 ** 400 / 3 ** 800, (2 ** 70 + 1) / 2 ** 70
for text in '10 ** 400 / 3', '-10 ** 400 / 7', '10 ** 400 / 1.5', '1.5 / 10 ** 400', '10 ** 400 / 0', 'float(10 ** 400)':
    try:
        print eval(compile(text, 'text', 'eval'))
    except (OverflowError, ZeroDivisionError) as error:
        print text, type(error).__name__, error
10 ** 400 / 3
