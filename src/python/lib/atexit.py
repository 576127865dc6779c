"""`atexit`: what a program does when it ends. NOT-PYTHON: a page is over when it is answered; nothing is called then."""

import sys

__all__ = ['register']

_registered = []


def register(func, *targs, **kargs):
    """Has `func` called with these arguments at the end, the last registered first; gives it back."""
    _registered.append((func, targs, kargs))
    return func


def _run_exitfuncs():
    """Calls them all; what the last that failed raised is raised again."""
    failed = None
    while _registered:
        func, targs, kargs = _registered.pop()
        try:
            func(*targs, **kargs)
        except SystemExit:
            failed = sys.exc_info()
        except:
            import traceback
            sys.stderr.write('Error in atexit._run_exitfuncs:\n')
            traceback.print_exc()
            failed = sys.exc_info()
    if failed is not None:
        raise failed[0], failed[1], failed[2]


if hasattr(sys, 'exitfunc'):
    register(sys.exitfunc)
sys.exitfunc = _run_exitfuncs
