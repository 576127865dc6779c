"""What `import` is made of. NOT-PYTHON: only Python files on the server's disk are found and loaded; everything else is as if built in."""

import os
import sys

SEARCH_ERROR, PY_SOURCE, PY_COMPILED, C_EXTENSION, PY_RESOURCE, PKG_DIRECTORY, C_BUILTIN, PY_FROZEN = range(8)
PY_CODERESOURCE = 8
IMP_HOOK = 9

_held = []
reload = reload


def get_magic():
    """What a file of compiled code begins with."""
    return '\x03\xf3\r\n'


def get_suffixes():
    return [('.py', 'U', PY_SOURCE)]


def new_module(name):
    """An empty module, which is not in `sys.modules`."""
    made = type(sys)(name)
    made.__package__ = None
    return made


def acquire_lock():
    _held.append(True)


def release_lock():
    if not _held:
        raise RuntimeError('not holding the import lock')
    _held.pop()


def lock_held():
    return bool(_held)


def is_builtin(name):
    if name in ('sys', '__builtin__'):
        return -1
    return int(name in sys.builtin_module_names)


def is_frozen(name):
    return False


def init_builtin(name):
    return __import__(name) if is_builtin(name) else None


def init_frozen(name):
    return None


def get_frozen_object(name):
    raise ImportError('No such frozen object named %s' % name)


def load_dynamic(name, pathname, file=None):
    raise ImportError('dynamic modules are not supported')


def load_compiled(name, pathname, file=None):
    raise ImportError('Bad magic number in %s' % pathname)


def find_module(name, path=None):
    """(the open file, its path, what it is) of a module; ImportError when there is none."""
    if not isinstance(name, str):
        raise TypeError('find_module() argument 1 must be string, not %s' % type(name).__name__)
    if path is None:
        if is_builtin(name):
            return None, name, ('', '', C_BUILTIN)
        path = [os.getcwd()]
    for folder in path:
        place = os.path.join(folder, name)
        if os.path.isfile(os.path.join(place, '__init__.py')):
            return None, place, ('', '', PKG_DIRECTORY)
        if os.path.isfile(place + '.py'):
            return open(place + '.py', 'U'), place + '.py', ('.py', 'U', PY_SOURCE)
    raise ImportError('No module named %s' % name)


def load_module(name, file, pathname, description):
    """The module that `find_module` found so."""
    kind = description[2]
    if kind == PY_SOURCE:
        return load_source(name, pathname, file)
    if kind == PKG_DIRECTORY:
        return load_package(name, pathname)
    if kind == C_BUILTIN:
        return __import__(name)
    raise ImportError("Don't know how to import %s (type code %d)" % (name, kind))


def load_source(name, pathname, file=None):
    """Runs a Python file as the module `name`, again if that is there already."""
    if file is None:
        if not os.path.isfile(pathname):
            raise IOError(2, 'No such file or directory')
        file = open(pathname, 'U')
    return _run(name, pathname, file.read())


def load_package(name, pathname):
    filename = os.path.join(pathname, '__init__.py')
    return _run(name, filename, open(filename, 'U').read(), [pathname])


def _run(name, filename, source, path=None):
    code = compile(source, filename, 'exec')
    known = sys.modules.get(name)
    module = known or sys.modules.setdefault(name, new_module(name))
    module.__file__ = filename
    if path is not None:
        module.__path__ = path
    try:
        exec code in module.__dict__
    except:
        if known is None:
            del sys.modules[name]
        raise
    return sys.modules[name]


class NullImporter(object):
    """Finds no module."""

    def __init__(self, path):
        if not path:
            raise ImportError('empty pathname')
        if os.path.isdir(path):
            raise ImportError('existing directory')

    def find_module(self, fullname, path=None):
        return None
