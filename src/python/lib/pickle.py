"""Objects as bytes that can be kept, and the objects again.

`dumps` and `loads` work on texts, `dump` and `load` on files. A pickle can call anything by its name: load none that a stranger could have made.
"""

import _pickle
from _pickle import *
from _pickle import _EmptyClass, _Pieces, _Text, _extension_cache, _extension_registry, _inverted_registry
from _pickle import _modules_of as classmap

__version__ = '$Revision: 72223 $'
format_version = '2.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0']

__all__ = ['PickleError', 'PicklingError', 'UnpicklingError', 'Pickler', 'Unpickler', 'dump', 'dumps', 'load', 'loads']
__all__.extend([_name for _name in dir() if _name.isupper()])


def dump(obj, file, protocol=None):
    """Writes an object to a file."""
    Pickler(file, protocol).dump(obj)


def dumps(obj, protocol=None):
    """An object as bytes."""
    file = _Pieces()
    Pickler(file, protocol).dump(obj)
    return file.text()


def load(file):
    """The next object in a file."""
    return Unpickler(file).load()


def loads(str):
    """The object of a pickle."""
    if not isinstance(str, (basestring, bytearray, buffer)):
        raise TypeError('StringIO() argument 1 must be string or buffer, not %s' % type(str).__name__)
    return Unpickler(_Text(_bytes(str))).load()


_bytes = str
