# traceback: the exception being handled, as text and as levels, with limits.
import sys
import traceback


def f(n):
    if n == 0:
        raise ValueError('bad \xc3\xa9')
    g(n)


def g(n):
    f(n - 1)


try:
    f(2)
except ValueError:
    traceback.print_exc(file=sys.stdout)
    traceback.print_exc(2, sys.stdout)
    print repr(traceback.format_exc())
    etype, value, tb = sys.exc_info()
    print traceback.extract_tb(tb)
    print traceback.extract_tb(tb, 2)
    print traceback.format_tb(tb, 1)
    traceback.print_tb(tb, file=sys.stdout)
    print traceback.tb_lineno(tb), tb.tb_next.tb_lineno, tb.tb_next.tb_frame.f_locals
    print traceback.format_exception(etype, value, tb)[-1:], traceback.format_exception(etype, value, None)
    traceback.print_exception(etype, value, tb, 1, sys.stdout)
    sys.tracebacklimit = 1
    traceback.print_exc(None, sys.stdout)
    del sys.tracebacklimit

try:
    exec compile('def h():\n  1 / 0\nh()', '<mine>', 'exec')
except ZeroDivisionError:
    traceback.print_exc(file=sys.stdout)
print sys.exc_type, sys.exc_value
print traceback.format_list([('a', 1, 'f', 'code'), ('b', 2, 'g', None), ('b', 2, 'g', '')])
traceback.print_list([('a', 1, 'f', '  code ')], sys.stdout)
