"""`traceback`: where an exception has been, and where the program is, as text."""

import linecache
import sys

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb', 'tb_lineno']


def _print(file, str='', terminator='\n'):
    file.write(str + terminator)


def _write(lines, file):
    if file is None:
        file = sys.stderr
    for line in lines:
        file.write(line)


# Levels: (file name, line number, function, line of the source or None)

def _entry(frame, lineno):
    code = frame.f_code
    line = linecache.getline(code.co_filename, lineno, frame.f_globals)
    return code.co_filename, lineno, code.co_name, line.strip() or None


def _limited(steps, limit):
    """As many entries as `limit` says, or sys.tracebacklimit where it says nothing."""
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    entries = []
    for frame, lineno in steps:
        if limit is not None and len(entries) >= limit:
            break
        linecache.checkcache(frame.f_code.co_filename)
        entries.append(_entry(frame, lineno))
    return entries


def _levels(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _callers(frame):
    while frame is not None:
        yield frame, frame.f_lineno
        frame = frame.f_back


def extract_tb(tb, limit=None):
    """The levels of a traceback, outermost first."""
    return _limited(_levels(tb), limit)


def extract_stack(f=None, limit=None):
    """The frames at work, outermost first; with a limit the innermost of them."""
    return _limited(_callers(f or sys._getframe(1)), limit)[::-1]


def format_list(extracted_list):
    """Two lines for each level, or one where there is no source."""
    formatted = []
    for filename, lineno, name, line in extracted_list:
        text = '  File "%s", line %d, in %s\n' % (filename, lineno, name)
        formatted.append(text + '    %s\n' % line.strip() if line else text)
    return formatted


def print_list(extracted_list, file=None):
    _write(format_list(extracted_list), file)


def format_tb(tb, limit=None):
    return format_list(extract_tb(tb, limit))


def print_tb(tb, limit=None, file=None):
    _write(format_tb(tb, limit), file)


def format_stack(f=None, limit=None):
    return format_list(extract_stack(f or sys._getframe(1), limit))


def print_stack(f=None, limit=None, file=None):
    _write(format_list(extract_stack(f or sys._getframe(1), limit)), file)


def tb_lineno(tb):
    return tb.tb_lineno


# Exceptions

def format_exception(etype, value, tb, limit=None):
    """The lines that are printed for an exception nobody catches."""
    lines = []
    if tb:
        lines.append('Traceback (most recent call last):\n')
        lines.extend(format_tb(tb, limit))
    return lines + format_exception_only(etype, value)


def print_exception(etype, value, tb, limit=None, file=None):
    _write(format_exception(etype, value, tb, limit), file)


def format_exception_only(etype, value):
    """The last lines: of a SyntaxError its place, then name and message."""
    if etype is None or not (isinstance(etype, type) or hasattr(etype, '__name__')):
        return [_last_line(etype, value)]
    lines = []
    if _is_syntax_error(etype):
        try:
            message, (filename, lineno, offset, text) = value.args
        except Exception:
            pass
        else:
            lines = ['  File "%s", line %d\n' % (filename or '<string>', lineno)] + _quoted(text, offset)
            value = message
    return lines + [_last_line(etype.__name__, value)]


def _is_syntax_error(etype):
    return isinstance(etype, type) and issubclass(etype, SyntaxError)


def _quoted(text, offset):
    """The line of a SyntaxError, and the caret below its place."""
    if text is None:
        return []
    lines = ['    %s\n' % text.strip()]
    if offset is not None:
        line = text.rstrip('\n')
        before = line[:min(len(line), offset) - 1].lstrip()
        # Tabs stay, so that the caret stands where it should.
        lines.append('    %s^\n' % ''.join([c if c.isspace() else ' ' for c in before]))
    return lines


def _last_line(name, value):
    text = '' if value is None else _text(value)
    return '%s: %s\n' % (name, text) if text else '%s\n' % name


def _text(value):
    try:
        return str(value)
    except Exception:
        pass
    try:
        return unicode(value).encode('ascii', 'backslashreplace')
    except Exception:
        return '<unprintable %s object>' % type(value).__name__


def format_exc(limit=None):
    """What is printed for the exception that is being handled."""
    return ''.join(format_exception(*sys.exc_info() + (limit,)))


def print_exc(limit=None, file=None):
    print_exception(*sys.exc_info() + (limit, file))


def print_last(limit=None, file=None):
    if not hasattr(sys, 'last_type'):
        raise ValueError('no last exception')
    print_exception(sys.last_type, sys.last_value, sys.last_traceback, limit, file)
