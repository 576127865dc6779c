"""Where programs find the class of `re`'s errors by the name that tracebacks give it."""

from _re_compiler import MAXREPEAT, error

__all__ = ['MAXREPEAT', 'error']
