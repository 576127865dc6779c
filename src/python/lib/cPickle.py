"""Objects as bytes and back, as `pickle`, with the words of a module in C.

NOT-PYTHON: CPython leaves out the number of an object that nothing else refers to. References are not counted here: only the arguments that
`__reduce__` has just made are left out. Every pickler reads what comes of it.
"""

import _pickle
from _pickle import HIGHEST_PROTOCOL, _Pieces, _Text

__version__ = '1.71'
format_version = '2.0'
compatible_formats = ['1.0', '1.1', '1.2', '1.3', '2.0']


class PickleError(Exception):
    """What cannot be written or read."""

    def __str__(self):
        return '(%s)' % ', '.join(map(str, self.args)) if len(self.args) > 1 else Exception.__str__(self)


class PicklingError(PickleError):
    """An object that cannot be written."""

    __str__ = Exception.__str__


class UnpickleableError(PicklingError):
    """An object of a kind that is never written."""

    def __str__(self):
        return 'Cannot pickle %s objects' % (type(self.args[0]) if self.args else '(what)')


class UnpicklingError(PickleError):
    """Bytes that no pickler wrote."""

    __str__ = Exception.__str__


class BadPickleGet(UnpicklingError):
    """A number that no object has."""


# What is never written as the number of what has been written before.
_unnumbered = dict.fromkeys([type(None), bool, int, long, float])

# Their `__reduce__` makes a text each time.
_text_makers = '__builtin__', 'datetime', 'decimal'


class _Pickler(_pickle.Pickler, object):
    """Writes objects to a file, or keeps them."""

    def __init__(self, file, protocol):
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        if protocol > HIGHEST_PROTOCOL:
            raise ValueError('pickle protocol %d asked for; the highest available protocol is 2' % protocol)
        self.write = file.write
        self.proto = protocol
        self.bin = self.binary = int(protocol > 0)
        self.fast = 0
        self.memo = {}
        self._file = file

    persistent_id = None
    PicklingError = PicklingError

    def dump(self, obj):
        _pickle.Pickler.dump(self, obj)
        return self

    def getvalue(self, *clear):
        if not isinstance(self._file, _Pieces):
            raise PicklingError('Attempt to getvalue() a non-list-based pickler')
        return self._file.text()

    def save(self, obj):
        if self.persistent_id is not None:
            pid = self.persistent_id(obj)
            if pid is not None:
                self.save_pers(pid)
                return
        cls = type(obj)
        method = self.dispatch.get(cls)
        if cls not in _unnumbered:
            known = self.memo.get(id(obj))
            if known and (known[1] is obj or cls is unicode and known[1] == obj):
                self.write(self.get(known[0]))
                return
        if method:
            method(self, obj)
        else:
            self._save_reduced(obj, cls)

    def _keep(self, made):
        pass

    def memoize(self, obj):
        if self.fast:
            return
        memo = self.memo
        number = len(memo) + 1
        memo[id(obj)] = number, obj
        if self.bin and number < 256:
            self.write(_pickle.BINPUT + chr(number))
        else:
            self.write(self.put(number))

    def save_pers(self, pid):
        if not self.bin and not isinstance(pid, str):
            raise PicklingError('persistent id must be string')
        _pickle.Pickler.save_pers(self, pid)

    def _error(self, text):
        return PicklingError(text)

    def _check_parts(self, reduce, parts):
        if not isinstance(parts, tuple):
            raise PicklingError('%s must return string or tuple' % reduce)
        if not 2 <= len(parts) <= 5:
            raise PicklingError('tuple returned by %s must contain 2 through 5 elements' % reduce)
        if not isinstance(parts[1], tuple):
            raise PicklingError('Second element of tuple returned by %s must be a tuple' % reduce)

    def _save_arguments(self, args, obj):
        # An exception keeps its arguments; whatever else has just made them.
        if not args or isinstance(obj, BaseException):
            self.save(args)
            return
        short = len(args) <= 3 and self.proto >= 2
        if not short:
            self.write(_pickle.MARK)
        made = type(obj).__module__ in _text_makers or isinstance(obj, basestring)
        for item in args:
            if made and type(item) in (str, unicode):
                self._save_text(item)
            else:
                self.save(item)
        self.write(_pickle._tuples_by_size[len(args)] if short else _pickle.TUPLE)

    dispatch = _pickle.Pickler.dispatch.copy()

    def _save_text(self, obj):
        """Writes a text without a number."""
        if type(obj) is str:
            self._write_string(obj)
        else:
            self._write_unicode(obj)

    def save_text(self, obj):
        self._save_text(obj)
        # What has one character needs no number.
        if len(obj) > 1:
            self.memoize(obj)
    dispatch[str] = dispatch[unicode] = save_text

    def save_float(self, obj):
        if self.bin:
            _pickle.Pickler.save_float(self, obj)
        else:
            self.write('F%.17g\n' % obj)
    dispatch[float] = save_float

    def save_function(self, obj):
        # Also a function may be taken apart, if `copy_reg` says how.
        try:
            self.save_global(obj)
        except PicklingError:
            self._save_reduced(obj, type(obj))
    dispatch[_pickle.FunctionType] = save_function
    dispatch[_pickle.BuiltinFunctionType] = save_function

    def _check_global(self, obj, module, name):
        try:
            found = _pickle.find_global(module, name)
        except (ImportError, KeyError):
            raise PicklingError("Can't pickle %s: import of module %s failed" % (obj, module))
        except AttributeError:
            raise PicklingError("Can't pickle %s: attribute lookup %s.%s failed" % (obj, module, name))
        if found is not obj:
            raise PicklingError("Can't pickle %s: it's not the same object as %s.%s" % (obj, module, name))


# How many objects must be there for an instruction.
_needed = dict.fromkeys('0Qpqr2b\x85', 1)
_needed.update(dict.fromkeys('aRb\x81\x86', 2))
_needed.update(dict.fromkeys('s\x87', 3))


class _Unpickler(_pickle.Unpickler, object):
    """Reads objects from a file."""

    find_global = None
    persistent_load = None

    def __init__(self, file):
        self.file = file
        self.memo = {}

    def load(self):
        self.mark = object()
        self.stack = stack = []
        self.append = append = stack.append
        memo = self.memo
        read = self.read
        dispatch = self.dispatch
        try:
            while True:
                key = read(1)
                if len(stack) < _needed.get(key, 0):
                    raise UnpicklingError('unpickling stack underflow')
                # The commonest ones are done here, for speed.
                if key == _pickle.BINPUT:
                    memo[repr(ord(read(1)))] = stack[-1]
                    continue
                if key == _pickle.SHORT_BINSTRING:
                    append(read(ord(read(1))))
                    continue
                if key == _pickle.BININT1:
                    append(ord(read(1)))
                    continue
                method = dispatch.get(key)
                if method is None:
                    raise UnpicklingError("invalid load key, '%s'." % key)
                method(self)
        except _pickle._Stop, stop:
            return stop.value

    noload = load

    def read(self, size):
        if size < 0:
            raise UnpicklingError('BINSTRING pickle has negative byte count')
        data = self.file.read(size)
        if len(data) < size:
            raise EOFError
        return data

    def readline(self, least=2):
        data = self.file.readline()
        if len(data) < least:
            raise UnpicklingError('pickle data was truncated')
        return data

    def marker(self):
        stack = self.stack
        mark = self.mark
        at = len(stack) - 1
        while at >= 0 and stack[at] is not mark:
            at -= 1
        if at < 0:
            raise UnpicklingError('could not find MARK')
        return at

    def find_class(self, module, name):
        if self.find_global is not None:
            return self.find_global(module, name)
        return _pickle.Unpickler.find_class(self, module, name)

    def _construct(self, cls, args):
        return cls(*args)

    dispatch = _pickle.Unpickler.dispatch.copy()

    def load_stop(self):
        if not self.stack or self.stack[-1] is self.mark:
            raise UnpicklingError('bad pickle data')
        raise _pickle._Stop(self.stack.pop())
    dispatch[_pickle.STOP] = load_stop

    def _load(self, pid):
        load = self.persistent_load
        if load is None:
            raise UnpicklingError('A load persistent id instruction was encountered,\n'
                                  'but no persistent_load function was specified.')
        if isinstance(load, list):
            load.append(pid)
            self.append(pid)
        else:
            self.append(load(pid))

    def load_persid(self):
        self._load(self.readline()[:-1])
    dispatch[_pickle.PERSID] = load_persid

    def load_binpersid(self):
        self._load(self.stack.pop())
    dispatch[_pickle.BINPERSID] = load_binpersid

    def load_int(self):
        text = self.readline()
        if text in ('00\n', '01\n'):
            self.append(text == '01\n')
            return
        try:
            self.append(int(text, 0))
        except ValueError:
            raise ValueError('could not convert string to int')
    dispatch[_pickle.INT] = load_int

    def load_long(self):
        self.append(long(self.readline(), 0))
    dispatch[_pickle.LONG] = load_long

    def load_long4(self):
        size = _pickle._signed4(self.read(4))
        if size < 0:
            raise UnpicklingError('LONG pickle has negative byte count')
        self.append(_pickle.decode_long(self.read(size)))
    dispatch[_pickle.LONG4] = load_long4

    def load_float(self):
        self.append(float(self.readline()))
    dispatch[_pickle.FLOAT] = load_float

    def load_unicode(self):
        self.append(unicode(self.readline(1)[:-1], 'raw-unicode-escape'))
    dispatch[_pickle.UNICODE] = load_unicode

    def _get(self, key, shown):
        if key not in self.memo:
            raise BadPickleGet(shown)
        self.append(self.memo[key])

    def load_get(self):
        key = self.readline()[:-1]
        self._get(key, key)
    dispatch[_pickle.GET] = load_get

    def load_binget(self):
        number = ord(self.read(1))
        self._get(repr(number), number)
    dispatch[_pickle.BINGET] = load_binget

    def load_long_binget(self):
        number = _pickle._signed4(self.read(4))
        self._get(repr(number), number)
    dispatch[_pickle.LONG_BINGET] = load_long_binget

    def load_obj(self):
        if self.marker() == len(self.stack) - 1:
            raise UnpicklingError('unpickling stack underflow')
        _pickle.Unpickler.load_obj(self)
    dispatch[_pickle.OBJ] = load_obj

    def load_newobj(self):
        args, cls = self.stack[-1], self.stack[-2]
        if not isinstance(args, tuple):
            raise UnpicklingError('NEWOBJ expected an arg tuple.')
        if not isinstance(cls, type):
            raise UnpicklingError("NEWOBJ class argument isn't a type object")
        _pickle.Unpickler.load_newobj(self)
    dispatch[_pickle.NEWOBJ] = load_newobj

    def load_reduce(self):
        if not isinstance(self.stack[-1], tuple):
            raise TypeError('argument list must be a tuple')
        _pickle.Unpickler.load_reduce(self)
    dispatch[_pickle.REDUCE] = load_reduce

    def get_extension(self, code):
        if code <= 0:
            raise UnpicklingError('EXT specifies code <= 0')
        _pickle.Unpickler.get_extension(self, code)


def _protocol(protocol):
    if not isinstance(protocol, (int, long)):
        raise TypeError('an integer is required')
    return protocol


def Pickler(file=None, protocol=0):
    """Something that writes objects to a file, or keeps them when there is none."""
    if isinstance(file, (int, long)):
        file, protocol = None, file
    if file is None:
        return _Pickler(_Pieces(), _protocol(protocol))
    if not hasattr(file, 'write'):
        raise TypeError("argument must have 'write' attribute")
    return _Pickler(file, _protocol(protocol))


def Unpickler(*args):
    """Something that reads objects from a file."""
    if len(args) != 1:
        raise TypeError('Unpickler() takes exactly one argument (%d given)' % len(args))
    if not hasattr(args[0], 'read') or not hasattr(args[0], 'readline'):
        raise TypeError("argument must have 'read' and 'readline' attributes")
    return _Unpickler(args[0])


def dump(obj, file, protocol=0):
    """Writes an object to a file."""
    if not hasattr(file, 'write'):
        raise TypeError("argument must have 'write' attribute")
    _Pickler(file, _protocol(protocol)).dump(obj)


def dumps(obj, protocol=0):
    """An object as bytes."""
    return _Pickler(_Pieces(), _protocol(protocol)).dump(obj).getvalue()


def load(file):
    """The next object in a file."""
    return Unpickler(file).load()


def loads(string):
    """The object of a pickle."""
    if not isinstance(string, str):
        raise TypeError('loads() argument 1 must be string, not %s' % type(string).__name__)
    unpickler = _Unpickler(None)
    text = _ExactText(string)
    unpickler.read, unpickler.readline = text.read, text.readline
    return unpickler.load()


class _ExactText(_Text):
    """A text that is read from, and too short if it ends before what is asked for."""

    def read(self, size):
        start = self.at
        self.at = end = start + size
        if not start <= end <= len(self.text):
            if size < 0:
                raise UnpicklingError('BINSTRING pickle has negative byte count')
            raise EOFError
        return self.text[start:end]

    def readline(self, least=2):
        data = _Text.readline(self)
        if len(data) < least:
            raise UnpicklingError('pickle data was truncated')
        return data


_Pickler.__name__ = 'cPickle.Pickler'
_Unpickler.__name__ = 'cPickle.Unpickler'
_Pickler.__module__ = _Unpickler.__module__ = '__builtin__'
