# atexit: what is called at the end, the last registered first, also after an exception.
import atexit
import sys


def say(*args, **keywords):
    print 'bye', args, keywords


print atexit.register(say) is say
atexit.register(say, 1, 2, a=3)


@atexit.register
def decorated():
    print 'decorated'


atexit.register(sys.stdout.write, 'first of all\n')
print 'end'
raise KeyError('before')
