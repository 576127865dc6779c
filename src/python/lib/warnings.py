"""`warnings`: what a program should be told of and need not stop at."""

import linecache
import sys
import types
from _warnings import default_action as defaultaction, filters, once_registry as onceregistry, warn, warn_explicit

__all__ = ['warn', 'warn_explicit', 'showwarning', 'formatwarning', 'filterwarnings', 'simplefilter', 'resetwarnings',
           'catch_warnings']

default_action, once_registry = defaultaction, onceregistry
_actions = 'error', 'ignore', 'always', 'default', 'module', 'once'


def warnpy3k(message, category=None, stacklevel=1):
    """NOT-PYTHON: there is no option -3 here, so nothing is said."""


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Writes the warning to a file, sys.stderr if none is given."""
    file = file or sys.stderr
    if file is None:
        return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except (IOError, UnicodeError):
        pass


def formatwarning(message, category, filename, lineno, line=None):
    try:
        text = str(message)
    except UnicodeError:
        text = unicode(message).encode('ascii', 'backslashreplace')
    shown = '%s:%s: %s: %s\n' % (filename, lineno, category.__name__, text)
    line = (linecache.getline(filename, lineno) if line is None else line).strip()
    return shown + '  %s\n' % line if line else shown


def filterwarnings(action, message='', category=Warning, module='', lineno=0, append=0):
    """Puts a filter before the others, or with `append` behind them; `message` and `module` are patterns."""
    assert action in _actions, 'invalid action: %r' % (action,)
    assert isinstance(message, basestring), 'message must be a string'
    assert isinstance(category, (type, types.ClassType)), 'category must be a class'
    assert issubclass(category, Warning), 'category must be a Warning subclass'
    assert isinstance(module, basestring), 'module must be a string'
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'
    import re
    _add((action, re.compile(message, re.I), category, re.compile(module), lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=0):
    """A filter for every message and module."""
    assert action in _actions, 'invalid action: %r' % (action,)
    assert isinstance(lineno, int) and lineno >= 0, 'lineno must be an int >= 0'
    _add((action, None, category, None, lineno), append)


def _add(item, append):
    filters.insert(len(filters) if append else 0, item)


def resetwarnings():
    filters[:] = []


class WarningMessage(object):
    """A warning that was recorded."""

    def __init__(self, message, category, filename, lineno, file=None, line=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return '{message : %r, category : %r, filename : %r, lineno : %s, line : %r}' % (
            self.message, self._category_name, self.filename, self.lineno, self.line)


class catch_warnings(object):
    """`with catch_warnings(record=True) as seen`: afterwards filters and showwarning are what they were before."""

    def __init__(self, record=False, module=None):
        self._record = record
        self._module = sys.modules['warnings'] if module is None else module
        self._entered = False

    def __repr__(self):
        given = ['record=True'] if self._record else []
        if self._module is not sys.modules['warnings']:
            given.append('module=%r' % (self._module,))
        return '%s(%s)' % (type(self).__name__, ', '.join(given))

    def __enter__(self):
        if self._entered:
            raise RuntimeError('Cannot enter %r twice' % self)
        self._entered = True
        module = self._module
        self._before = module.filters, module.showwarning
        module.filters = module.filters[:]
        if not self._record:
            return None
        seen = []

        def showwarning(*args, **keywords):
            seen.append(WarningMessage(*args, **keywords))
        module.showwarning = showwarning
        return seen

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError('Cannot exit %r without entering first' % self)
        self._module.filters, self._module.showwarning = self._before
