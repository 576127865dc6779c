# traceback: where the program is, without any exception.
import sys
import traceback


def show():
    print traceback.extract_stack()
    print traceback.format_stack()
    traceback.print_stack(file=sys.stdout)
    print traceback.extract_stack(limit=1), traceback.extract_stack(None, 2)


class C:
    def method(self):
        show()


show()
(lambda: show())()
C().method()
for n in [1]:
    traceback.print_stack(sys._getframe(), None, sys.stdout)


def fails():
    traceback.print_stack()
    raise RuntimeError('after the stack')


fails()
