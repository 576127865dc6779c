"""`pprint`: values in lines that are not too long, with the keys of dictionaries in order."""

import sys
from cStringIO import StringIO as _StringIO

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter']


def pprint(object, stream=None, indent=1, width=80, depth=None):
    PrettyPrinter(indent, width, depth, stream).pprint(object)


def pformat(object, indent=1, width=80, depth=None):
    return PrettyPrinter(indent, width, depth).pformat(object)


def saferepr(object):
    """Like repr, with the keys in order, and told where a value holds itself."""
    return _safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Would eval() of the text give the value again?"""
    return _safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Does it hold itself?"""
    return _safe_repr(object, {}, None, 0)[2]


def _shown_as(object, *kinds):
    """The one of the built-in types that the value is of, and that says how it is shown; None otherwise."""
    own = getattr(type(object), '__repr__', None)
    for kind in kinds:
        if isinstance(object, kind) and own == kind.__repr__:
            return kind


def _recursion(object):
    return '<Recursion on %s with id=%s>' % (type(object).__name__, id(object))


class PrettyPrinter(object):
    """Prints values with the same indentation, width, depth and stream."""

    def __init__(self, indent=1, width=80, depth=None, stream=None):
        indent, width = int(indent), int(width)
        assert indent >= 0, 'indent must be >= 0'
        assert depth is None or depth > 0, 'depth must be > 0'
        assert width, 'width must be != 0'
        self._indent_per_level = indent
        self._width = width
        self._depth = depth
        self._stream = sys.stdout if stream is None else stream

    def pprint(self, object):
        self._format(object, self._stream, 0, 0, {}, 0)
        self._stream.write('\n')

    def pformat(self, object):
        out = _StringIO()
        self._format(object, out, 0, 0, {}, 0)
        return out.getvalue()

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        _, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """(text in one line, is it readable?, is it recursive?); subclasses may say something else."""
        return _safe_repr(object, context, maxlevels, level)

    def _repr(self, object, context, level):
        text, readable, recursive = self.format(object, context.copy(), self._depth, level)
        self._readable = getattr(self, '_readable', True) and readable
        self._recursive = getattr(self, '_recursive', False) or recursive
        return text

    def _format(self, object, stream, indent, allowance, context, level):
        """Writes the value. It begins at the column `indent`; `allowance` characters come after it in its last line."""
        if id(object) in context:
            stream.write(_recursion(object))
            self._recursive, self._readable = True, False
            return
        text = self._repr(object, context, level)
        level += 1
        kind = None
        if not (self._depth and level > self._depth):
            kind = _shown_as(object, dict, list, tuple, set, frozenset)
        if kind is None or kind in (set, frozenset) and not object:
            stream.write(text)
            return
        in_lines = len(text) > self._width - 1 - indent - allowance
        context[id(object)] = 1
        if kind is dict:
            self._format_dict(object, stream, in_lines, indent, allowance + 1, context, level)
        else:
            self._format_items(object, kind, stream, in_lines, indent, allowance + 1, context, level)
        del context[id(object)]

    def _between(self, in_lines, indent):
        return ',\n' + ' ' * indent if in_lines else ', '

    def _format_dict(self, object, stream, in_lines, indent, allowance, context, level):
        stream.write('{' + ' ' * (self._indent_per_level - 1))
        indent += self._indent_per_level
        between = ''
        for key, value in sorted(object.items()):
            text = self._repr(key, context, level)
            stream.write(between + text + ': ')
            self._format(value, stream, indent + len(text) + 2, allowance, context, level)
            between = self._between(in_lines, indent)
        stream.write('}')

    def _format_items(self, object, kind, stream, in_lines, indent, allowance, context, level):
        items = object
        if kind is list:
            before, after = '[', ']'
        elif kind is tuple:
            before, after = '(', ',)' if len(object) == 1 else ')'
        else:
            name = type(object).__name__
            before, after = name + '([', '])'
            indent += len(name) + 1
            items = sorted(object)
        stream.write(before + ' ' * (self._indent_per_level - 1 if in_lines else 0))
        indent += self._indent_per_level
        between = ''
        for item in items:
            stream.write(between)
            self._format(item, stream, indent, allowance, context, level)
            between = self._between(in_lines, indent)
        stream.write(after)


def _safe_repr(object, context, maxlevels, level):
    """(text in one line, is it readable?, is it recursive?)"""
    kind = _shown_as(object, dict, list, tuple)
    if kind is None:
        text = repr(object)
        return text, bool(text) and not text.startswith('<'), False
    form = {dict: '{%s}', list: '[%s]', tuple: '(%s,)' if len(object) == 1 else '(%s)'}[kind]
    if not object:
        return form % '', True, False
    key = id(object)
    if maxlevels and level >= maxlevels:
        return form % '...', False, key in context
    if key in context:
        return _recursion(object), False, True
    context[key] = 1
    is_readable, is_recursive = True, False
    shown = []
    for group in sorted(object.items()) if kind is dict else [[item] for item in object]:
        texts = []
        for item in group:
            text, readable, recursive = _safe_repr(item, context, maxlevels, level + 1)
            texts.append(text)
            is_readable = is_readable and readable
            is_recursive = is_recursive or recursive
        shown.append(': '.join(texts))
    del context[key]
    return form % ', '.join(shown), is_readable, is_recursive
