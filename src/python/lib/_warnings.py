"""`_warnings`: issuing warnings. CPython writes this in C; use `warnings`."""

import sys

default_action = 'default'
once_registry = {}
filters = [('ignore', None, _category, None, 0)
           for _category in (DeprecationWarning, PendingDeprecationWarning, ImportWarning, BytesWarning)]


def warn(message, category=None, stacklevel=1):
    """Issues a warning at the line that calls, or that many levels further out."""
    if isinstance(message, Warning):
        category = message.__class__
    elif category is None:
        category = UserWarning
    elif not issubclass(category, Warning):
        raise ValueError('category is not a subclass of Warning')
    try:
        # This frame itself does not count: it is one of a module in C.
        frame = sys._getframe(max(stacklevel, 1) - 1)
    except ValueError:
        names, lineno, code = sys.__dict__, 1, 'sys'
    else:
        names, lineno, code = frame.f_globals, frame.f_lineno, frame.f_code.co_filename
    module = names.get('__name__') or '<string>'
    _explicit(message, category, _filename(names, module, code), lineno, module,
              names.setdefault('__warningregistry__', {}))


def _filename(names, module, code):
    """NOT-PYTHON: where a program has no name, the file of its code says it."""
    filename = names.get('__file__')
    if filename:
        return filename[:-1] if filename.lower().endswith(('.pyc', '.pyo')) else filename
    if module == '__main__':
        return sys.argv and sys.argv[0] or code
    return module


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None):
    if registry is not None and not isinstance(registry, dict):
        raise TypeError("'registry' must be a dict or None")
    if not isinstance(lineno, (int, long)):
        raise TypeError('an integer is required')
    _explicit(message, category, filename, lineno, module, registry)


def _explicit(message, category, filename, lineno, module=None, registry=None):
    if module is None:
        module = filename[:-3] if filename.endswith('.py') else filename or '<unknown>'
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    key = text, category, lineno
    if registry is not None and registry.get(key):
        return
    action, found = _action(text, category, module, lineno)
    if action == 'error':
        raise message
    if registry is not None and action != 'always':
        registry[key] = True
    if action == 'ignore':
        return
    if action in ('once', 'module'):
        # CPython asks the module's own registry for both.
        if registry is None:
            registry = once_registry if action == 'once' else {}
        if (text, category) in registry:
            return
        registry[text, category] = True
    elif action not in ('always', 'default'):
        raise RuntimeError('Unrecognized action (%s) in warnings.filters:\n %s' % (action, found))
    import warnings
    # A program may have a module of this name itself.
    if hasattr(warnings, 'showwarning'):
        warnings.showwarning(message, category, filename, lineno)


def _action(text, category, module, lineno):
    """What the first filter that fits says, and that filter."""
    shown = sys.modules.get('warnings')
    for found in getattr(shown, 'filters', filters):
        action, message, kind, place, line = found
        if ((message is None or message.match(text)) and issubclass(category, kind)
                and (place is None or place.match(module)) and line in (0, lineno)):
            return action, found
    return getattr(shown, 'defaultaction', default_action), None


def _issue(message, category, filename=None, lineno=1):
    """A warning of the machine's own, at the line that runs or at a line of a text that is compiled."""
    if filename is None:
        warn(message, category)
    else:
        _explicit(message, category, filename, lineno)
