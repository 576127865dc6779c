# What CPython writes in C is no level of a traceback.
import itertools
def half(n):
    return 10 / n
print list(itertools.imap(half, [5, 2, 0]))
