# sys: streams that are replaced, displayhook and excepthook.
import sys


class Upper(object):
    def __init__(self, below):
        self.below = below

    def write(self, text):
        self.below.write(text.upper())


sys.stdout = Upper(sys.__stdout__)
print 'hello', 3
print >>sys.__stdout__, 'as it is'
sys.stdout = sys.__stdout__
sys.stderr = Upper(sys.__stderr__)
print >>sys.stderr, 'to the log'


def show(value):
    print 'value:', value


sys.displayhook = show
exec compile('1 + 1', '<input>', 'single')
sys.displayhook = sys.__displayhook__
exec compile('1 + 1', '<input>', 'single')


def hook(etype, value, traceback):
    print 'uncaught:', etype.__name__, value, traceback.tb_lineno
    sys.__excepthook__(etype, value, traceback)
    {}['in the hook']


sys.excepthook = hook
1 / 0
