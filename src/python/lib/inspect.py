"""`inspect`: what a value is made of: its kind, its arguments, its documentation, its source.

NOT-PYTHON: a parameter that is a tuple has the name `.0`, `.1`, ... of its place.
"""

import linecache
import sys
import types
from collections import namedtuple as _namedtuple
from operator import attrgetter

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_NOFREE = 16, 32, 64
TPFLAGS_IS_ABSTRACT = 1 << 20

ModuleInfo = _namedtuple('ModuleInfo', 'name suffix mode module_type')
Attribute = _namedtuple('Attribute', 'name kind defining_class object')
ArgSpec = _namedtuple('ArgSpec', 'args varargs keywords defaults')
Arguments = _namedtuple('Arguments', 'args varargs keywords')
ArgInfo = _namedtuple('ArgInfo', 'args varargs keywords locals')
Traceback = _namedtuple('Traceback', 'filename lineno function code_context index')

_kind_of = type


# Kinds

def _is_in_c(object):
    """Is it a function of a module that CPython writes in C?"""
    return repr(object).startswith('<built-in ')


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, (_kind_of, types.ClassType))


def ismethod(object):
    return isinstance(object, types.MethodType) and not isinstance(object.im_func, types.BuiltinFunctionType)


def ismethoddescriptor(object):
    return (hasattr(object, '__get__') and not hasattr(object, '__set__') and not ismethod(object)
            and not isfunction(object) and not isclass(object))


def isdatadescriptor(object):
    return hasattr(object, '__set__') and hasattr(object, '__get__')


def ismemberdescriptor(object):
    return _kind_of(object).__name__ == 'member_descriptor'


def isgetsetdescriptor(object):
    return _kind_of(object).__name__ == 'getset_descriptor'


def isfunction(object):
    return isinstance(object, types.FunctionType) and not _is_in_c(object)


def isgeneratorfunction(object):
    return bool((isfunction(object) or ismethod(object)) and object.func_code.co_flags & CO_GENERATOR)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType) or isinstance(object, types.FunctionType) and _is_in_c(object)


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def isabstract(object):
    return bool(isinstance(object, _kind_of) and getattr(object, '__abstractmethods__', None))


def getmembers(object, predicate=None):
    """[(name, value)] by name, those for which `predicate` is true."""
    found = []
    for key in dir(object):
        try:
            value = getattr(object, key)
        except AttributeError:
            continue
        if not predicate or predicate(value):
            found.append((key, value))
    return sorted(found)


def classify_class_attrs(cls):
    """[(name, kind, class that defines it, value in that class)]"""
    found = []
    for name in dir(cls):
        home, value = None, None
        for base in getmro(cls):
            if name in base.__dict__:
                home, value = base, base.__dict__[name]
                break
        else:
            value = getattr(cls, name, None)
            home = getattr(value, '__objclass__', None)
        found.append(Attribute(name, _attribute_kind(value, getattr(cls, name, value)), home, value))
    return found


def _attribute_kind(value, seen):
    if isinstance(value, staticmethod):
        return 'static method'
    if isinstance(value, classmethod):
        return 'class method'
    if isinstance(value, property):
        return 'property'
    if ismethoddescriptor(value) or ismethod(seen) or isfunction(value):
        return 'method'
    return 'data'


def getmro(cls):
    """The classes that attributes are looked for in."""
    if hasattr(cls, '__mro__'):
        return cls.__mro__
    found = []
    _add_bases(cls, found)
    return tuple(found)


def _add_bases(cls, found):
    if cls not in found:
        found.append(cls)
        for base in cls.__bases__:
            _add_bases(base, found)


# Documentation

def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getdoc(object):
    """The documentation without its indentation; None if there is none."""
    doc = getattr(object, '__doc__', None)
    return cleandoc(doc) if isinstance(doc, basestring) else None


def cleandoc(doc):
    """The text with what all lines but the first begin with taken away, and without blank lines at both ends."""
    try:
        lines = doc.expandtabs().split('\n')
    except UnicodeError:
        return None
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.lstrip()]
    if lines:
        lines[0] = lines[0].lstrip()
    if margins:
        lines[1:] = [line[min(margins):] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


# Source

def getfile(object):
    """The file that a value was defined in; TypeError for what is built in."""
    if ismodule(object):
        if hasattr(object, '__file__'):
            return object.__file__
        raise TypeError('%r is a built-in module' % object)
    if isclass(object):
        module = sys.modules.get(object.__module__)
        if hasattr(module, '__file__'):
            return module.__file__
        for value in object.__dict__.values() if object.__module__ == '__main__' else []:
            # NOT-PYTHON: a page has no __file__; the functions of a class know where they are.
            if isfunction(value):
                return value.func_code.co_filename
        raise TypeError('%r is a built-in class' % module)
    if ismethod(object):
        object = object.im_func
    if isfunction(object):
        object = object.func_code
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError('%r is not a module, class, method, function, traceback, frame, or code object' % object)


def getsourcefile(object):
    """The file that has its source; None when there is none to read."""
    filename = getfile(object)
    return filename if linecache.getlines(filename) else None


def getabsfile(object, _filename=None):
    from os.path import abspath, normcase
    return normcase(abspath(_filename or getsourcefile(object) or getfile(object)))


def getmodulename(path):
    """The name of the module in this file; None for what is no Python."""
    name, dot, suffix = path.split('/')[-1].rpartition('.')
    return name if suffix in ('py', 'pyc') and dot else None


def getmodule(object, _filename=None):
    """The module that a value was defined in, or None."""
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    try:
        filename = getfile(object)
    except TypeError:
        filename = None
    for module in sys.modules.values():
        if filename is not None and getattr(module, '__file__', None) == filename:
            return module
    if filename is None and hasattr(object, '__name__'):
        builtin = sys.modules['__builtin__']
        if getattr(builtin, object.__name__, None) is object:
            return builtin
    return None


def _starts(line, *words):
    """Is one of the words the first of the line?"""
    first = line.lstrip()
    return any(first.startswith(word) and (word == '@' or not (first[len(word):] or ' ')[0].isalnum()) for word in words)


def findsource(object):
    """(all lines of the file, place of the value's first); IOError when there is no source."""
    lines = linecache.getlines(getfile(object))
    if not lines:
        raise IOError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _class_line(lines, object.__name__)
    if ismethod(object):
        object = object.im_func
    if isfunction(object):
        object = object.func_code
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if not iscode(object):
        raise IOError('could not find code object')
    at = min(object.co_firstlineno, len(lines)) - 1
    while at > 0 and not (_starts(lines[at], 'def', '@') or 'lambda' in lines[at]):
        at -= 1
    return lines, at


def _class_line(lines, name):
    """The place of the class statement, the least indented of them."""
    found = [(len(line) - len(line.lstrip()), at) for at, line in enumerate(lines)
             if _starts(line, 'class') and line.split('class', 1)[1].split('(')[0].split(':')[0].strip() == name]
    if not found:
        raise IOError('could not find class definition')
    return min(found)[1]


def getcomments(object):
    """The comment lines right above; None if there are none."""
    try:
        lines, at = findsource(object)
    except (IOError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0].startswith('#!') else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end].startswith('#'):
            end += 1
    else:
        end = start = at
        indent = indentsize(lines[at])
        while start > 0 and lines[start - 1].lstrip().startswith('#') and indentsize(lines[start - 1]) == indent:
            start -= 1
        lines = [line.expandtabs().lstrip() for line in lines[:end]]
    return ''.join([line.expandtabs() for line in lines[start:end]]) or None


def getblock(lines):
    """The lines of the definition that the first one begins."""
    indent = indentsize(lines[0])
    end, state = 0, ('', 0)
    # Decorators, then the statement itself with all its lines.
    while end < len(lines):
        is_decorator = lines[end].lstrip().startswith('@')
        while True:
            state = _scan(lines[end], state)
            end += 1
            if state == ('', 0) or end == len(lines):
                break
        if not is_decorator:
            break
    if not _starts(lines[0], 'def', 'class', '@'):
        return lines[:end]
    last = end
    while end < len(lines):
        text = lines[end].strip()
        if state == ('', 0) and text and not text.startswith('#') and indentsize(lines[end]) <= indent:
            break
        if state != ('', 0) or text and not text.startswith('#'):
            last = end + 1
        state = _scan(lines[end], state)
        end += 1
    return lines[:last]


def _scan(line, state):
    """(the quote that is open, the number of open brackets) after this line."""
    quote, depth = state
    at = 0
    while at < len(line):
        c = line[at]
        if c == '\\':
            at += 2
            if at >= len(line) and not quote:
                return quote, max(depth, 0) or -1
            continue
        if quote:
            if line.startswith(quote, at):
                at += len(quote)
                quote = ''
                continue
        elif c == '#':
            break
        elif c in '\'"':
            quote = c * 3 if line.startswith(c * 3, at) else c
            at += len(quote)
            continue
        elif c in '([{':
            depth = max(depth, 0) + 1
        elif c in ')]}':
            depth -= 1
        at += 1
    return quote if len(quote) == 3 else '', max(depth, 0)


def getsourcelines(object):
    """(its lines, the number of the first)"""
    lines, at = findsource(object)
    return (lines, 0) if ismodule(object) else (getblock(lines[at:]), at + 1)


def getsource(object):
    return ''.join(getsourcelines(object)[0])


# Classes

def walktree(classes, children, parent):
    found = []
    for each in sorted(classes, key=attrgetter('__module__', '__name__')):
        found.append((each, each.__bases__))
        if each in children:
            found.append(walktree(children[each], children, each))
    return found


def getclasstree(classes, unique=0):
    """The classes below those that they derive from, as nested lists."""
    children, roots = {}, []
    for each in classes:
        for parent in each.__bases__:
            children.setdefault(parent, [])
            if each not in children[parent]:
                children[parent].append(each)
            if unique and parent in classes:
                break
        if not each.__bases__ and each not in roots:
            roots.append(each)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


# Arguments

def getargs(co):
    """(names of the parameters, of *, of **)"""
    if not iscode(co):
        raise TypeError('%r is not a code object' % co)
    names = co.co_varnames
    count = co.co_argcount
    varargs = keywords = None
    args = list(names[:count])
    if co.co_flags & CO_VARARGS:
        varargs = names[count]
        count += 1
    if co.co_flags & CO_VARKEYWORDS:
        keywords = names[count]
    return Arguments(args, varargs, keywords)


def getargspec(func):
    """(names of the parameters, of *, of **, default values)"""
    if ismethod(func):
        func = func.im_func
    if not isfunction(func):
        raise TypeError('%r is not a Python function' % func)
    return ArgSpec(*getargs(func.func_code) + (func.func_defaults,))


def getargvalues(frame):
    return ArgInfo(*getargs(frame.f_code) + (frame.f_locals,))


def joinseq(seq):
    return '(' + seq[0] + ',)' if len(seq) == 1 else '(' + ', '.join(seq) + ')'


def strseq(object, convert, join=joinseq):
    if isinstance(object, (list, tuple)):
        return join([strseq(each, convert, join) for each in object])
    return convert(object)


def formatargspec(args, varargs=None, varkw=None, defaults=None, formatarg=str, formatvarargs=lambda name: '*' + name,
                  formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value), join=joinseq):
    """The parameters as a def statement has them."""
    specs = []
    first = len(args) - len(defaults or ())
    for at, arg in enumerate(args):
        spec = strseq(arg, formatarg, join)
        specs.append(spec + formatvalue(defaults[at - first]) if defaults and at >= first else spec)
    if varargs is not None:
        specs.append(formatvarargs(varargs))
    if varkw is not None:
        specs.append(formatvarkw(varkw))
    return '(' + ', '.join(specs) + ')'


def formatargvalues(args, varargs, varkw, locals, formatarg=str, formatvarargs=lambda name: '*' + name,
                    formatvarkw=lambda name: '**' + name, formatvalue=lambda value: '=' + repr(value), join=joinseq):
    """The parameters with the values that they have."""
    specs = [strseq(arg, lambda name: formatarg(name) + formatvalue(locals[name]), join) for arg in args]
    if varargs:
        specs.append(formatvarargs(varargs) + formatvalue(locals[varargs]))
    if varkw:
        specs.append(formatvarkw(varkw) + formatvalue(locals[varkw]))
    return '(' + ', '.join(specs) + ')'


def getcallargs(func, *positional, **named):
    """What each parameter would be in the call; the call's own TypeError when it cannot be made."""
    args, varargs, varkw, defaults = getargspec(func)
    if ismethod(func) and func.im_self is not None:
        positional = (func.im_self,) + positional
    name = func.__name__
    given = dict(zip(args, positional))
    if varargs:
        given[varargs] = positional[len(args):]
    elif len(positional) > len(args):
        _refuse_count(name, args, defaults, len(positional) + len(named))
    others = {}
    for key, value in named.items():
        if key not in args:
            if not varkw:
                raise TypeError("%s() got an unexpected keyword argument '%s'" % (name, key))
            others[key] = value
        elif key in given:
            raise TypeError("%s() got multiple values for keyword argument '%s'" % (name, key))
        else:
            given[key] = value
    for arg, value in zip(args[len(args) - len(defaults or ()):], defaults or ()):
        given.setdefault(arg, value)
    if varkw:
        given[varkw] = others
    if [arg for arg in args if arg not in given]:
        _refuse_count(name, args, defaults, len(positional) + len(named))
    return given


def _refuse_count(name, args, defaults, given):
    required = len(args) - len(defaults or ())
    much = 'exactly' if not defaults else 'at most' if given > len(args) else 'at least'
    count = required if much == 'at least' else len(args)
    if not args:
        raise TypeError('%s() takes no arguments (%d given)' % (name, given))
    raise TypeError('%s() takes %s %d argument%s (%d given)' % (name, much, count, '' if count == 1 else 's', given))


# Frames

def getframeinfo(frame, context=1):
    """(file, line number, function, lines around it, place of the line among these)"""
    if istraceback(frame):
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    else:
        lineno = frame.f_lineno
    if not isframe(frame):
        raise TypeError('%r is not a frame or traceback object' % frame)
    filename = frame.f_code.co_filename
    lines = index = None
    if context > 0:
        every = linecache.getlines(filename)
        if every:
            start = max(0, min(max(lineno - 1 - context // 2, 1), len(every) - context))
            lines = every[start:start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def getlineno(frame):
    return frame.f_lineno


def getouterframes(frame, context=1):
    """[(frame, file, line number, function, lines, place)], from the frame outwards."""
    found = []
    while frame:
        found.append((frame,) + getframeinfo(frame, context))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    """The same for the levels of a traceback, from the outermost inwards."""
    found = []
    while tb:
        found.append((tb.tb_frame,) + getframeinfo(tb, context))
        tb = tb.tb_next
    return found


currentframe = sys._getframe


def stack(context=1):
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    return getinnerframes(sys.exc_info()[2], context)
