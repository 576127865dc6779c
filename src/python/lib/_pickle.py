"""Objects as bytes and back, in protocols 0, 1 and 2: what `pickle` shows, and what `cPickle` builds upon."""

import sys

import _struct
import exceptions
from copy_reg import _extension_cache, _extension_registry, _inverted_registry, dispatch_table
from types import BuiltinFunctionType, ClassType, FunctionType, InstanceType, NoneType, TypeType

HIGHEST_PROTOCOL = 2


class PickleError(Exception):
    """What cannot be written or read."""


class PicklingError(PickleError):
    """An object that cannot be written."""


class UnpicklingError(PickleError):
    """Bytes that no pickler wrote."""


class _Stop(Exception):
    """The end of a pickle, with the object."""

    def __init__(self, value):
        self.value = value


# The instructions, by the names that their documentation gives them.
MARK = '('
STOP = '.'
POP = '0'
POP_MARK = '1'
DUP = '2'
FLOAT = 'F'
INT = 'I'
BININT = 'J'
BININT1 = 'K'
LONG = 'L'
BININT2 = 'M'
NONE = 'N'
PERSID = 'P'
BINPERSID = 'Q'
REDUCE = 'R'
STRING = 'S'
BINSTRING = 'T'
SHORT_BINSTRING = 'U'
UNICODE = 'V'
BINUNICODE = 'X'
APPEND = 'a'
BUILD = 'b'
GLOBAL = 'c'
DICT = 'd'
EMPTY_DICT = '}'
APPENDS = 'e'
GET = 'g'
BINGET = 'h'
INST = 'i'
LONG_BINGET = 'j'
LIST = 'l'
EMPTY_LIST = ']'
OBJ = 'o'
PUT = 'p'
BINPUT = 'q'
LONG_BINPUT = 'r'
SETITEM = 's'
TUPLE = 't'
EMPTY_TUPLE = ')'
SETITEMS = 'u'
BINFLOAT = 'G'
TRUE = 'I01\n'
FALSE = 'I00\n'
PROTO = '\x80'
NEWOBJ = '\x81'
EXT1 = '\x82'
EXT2 = '\x83'
EXT4 = '\x84'
TUPLE1 = '\x85'
TUPLE2 = '\x86'
TUPLE3 = '\x87'
NEWTRUE = '\x88'
NEWFALSE = '\x89'
LONG1 = '\x8a'
LONG4 = '\x8b'

_tuples_by_size = EMPTY_TUPLE, TUPLE1, TUPLE2, TUPLE3


_inverted = ''.join(map(chr, xrange(255, -1, -1)))


def encode_long(x):
    """A whole number as the fewest bytes, the lowest first, the sign in the last bit."""
    if x == 0:
        return ''
    size = x if x > 0 else ~x
    data = ('%0*x' % (size.bit_length() // 8 * 2 + 2, size)).decode('hex')[::-1]
    return data if x > 0 else data.translate(_inverted)


def decode_long(data):
    """The whole number that `encode_long` wrote so."""
    if not data:
        return 0L
    if data[-1] < '\x80':
        return long(data[::-1].encode('hex'), 16)
    return ~long(data[::-1].translate(_inverted).encode('hex'), 16)


def _int4(n):
    """Four bytes, the lowest first."""
    return chr(n & 255) + chr(n >> 8 & 255) + chr(n >> 16 & 255) + chr(n >> 24 & 255)


def _signed4(data):
    return _struct.unpack_int(data, True, True)


def _unsigned2(data):
    return ord(data[0]) | ord(data[1]) << 8


_modules_of = {}


def whichmodule(func, funcname):
    """The name of the module in which something is found by its name."""
    module = getattr(func, '__module__', None)
    if module is not None:
        return module
    if func in _modules_of:
        return _modules_of[func]
    for name, module in sys.modules.items():
        if module is not None and name != '__main__' and getattr(module, funcname, None) is func:
            break
    else:
        name = '__main__'
    _modules_of[func] = name
    return name


def find_global(module, name):
    """What a module calls so. A page is `__main__` while it runs, though `sys.modules` has no such module for each request."""
    __import__(module)
    found = sys.modules[module]
    if module == '__main__' and not hasattr(found, name):
        frame = sys._getframe()
        while frame is not None:
            names = frame.f_globals
            if name in names and names.get('__name__') == module:
                return names[name]
            frame = frame.f_back
    return getattr(found, name)


class Pickler:
    """Writes objects to a file. What has been written once is named by its number afterwards.

    NOT-PYTHON: equal strings are the same object here, so the second is always written as a number. Two that differ may have the same id.
    """

    _batch = 1000

    def __init__(self, file, protocol=None):
        if protocol is None:
            protocol = 0
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif not 0 <= protocol <= HIGHEST_PROTOCOL:
            raise ValueError('pickle protocol must be <= %d' % HIGHEST_PROTOCOL)
        self.write = file.write
        self.memo = {}
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0

    def clear_memo(self):
        """Forgets what has been written."""
        self.memo.clear()

    def dump(self, obj):
        """Writes an object and all that belongs to it."""
        if self.proto >= 2:
            self.write(PROTO + chr(self.proto))
        self.save(obj)
        self.write(STOP)

    def memoize(self, obj):
        """Numbers the object that has just been written."""
        if self.fast:
            return
        number = len(self.memo)
        self.write(self.put(number))
        self.memo[id(obj)] = number, obj

    def _keep(self, made):
        """Keeps what an instance has just made for as long as its id is in the memo, which takes a number, as CPython's list of these does."""
        self.memo.setdefault(id(self.memo), []).append(made)

    def put(self, i):
        if not self.bin:
            return PUT + repr(i) + '\n'
        return BINPUT + chr(i) if i < 256 else LONG_BINPUT + _int4(i)

    def get(self, i):
        if not self.bin:
            return GET + repr(i) + '\n'
        return BINGET + chr(i) if i < 256 else LONG_BINGET + _int4(i)

    def persistent_id(self, obj):
        """A name for an object that is kept elsewhere; None for all others."""
        return None

    def save(self, obj):
        """Writes an object as its type, its class or itself says."""
        pid = self.persistent_id(obj)
        if pid is not None:
            self.save_pers(pid)
            return
        cls = type(obj)
        known = self.memo.get(id(obj))
        if known and (known[1] is obj or cls is unicode and known[1] == obj):
            self.write(self.get(known[0]))
            return
        method = self.dispatch.get(cls)
        if method:
            method(self, obj)
            return
        self._save_reduced(obj, cls)

    def _save_reduced(self, obj, cls):
        reduce = dispatch_table.get(cls)
        if reduce:
            parts = reduce(obj)
        elif issubclass(cls, TypeType):
            self.save_global(obj)
            return
        else:
            reduce = getattr(obj, '__reduce_ex__', None)
            if reduce:
                parts = reduce(self.proto)
            else:
                reduce = getattr(obj, '__reduce__', None)
                if not reduce:
                    raise self._error("Can't pickle %r object: %r" % (cls.__name__, obj))
                parts = reduce()
        if type(parts) is str:
            self.save_global(obj, parts)
            return
        self._check_parts(reduce, parts)
        self.save_reduce(obj=obj, *parts)

    def _error(self, text):
        return PicklingError(text)

    def _check_parts(self, reduce, parts):
        if type(parts) is not tuple:
            raise PicklingError('%s must return string or tuple' % reduce)
        if not 2 <= len(parts) <= 5:
            raise PicklingError('Tuple returned by %s must have two to five elements' % reduce)

    def save_pers(self, pid):
        if self.bin:
            self.save(pid)
            self.write(BINPERSID)
        else:
            self.write(PERSID + str(pid) + '\n')

    def save_reduce(self, func, args, state=None, listitems=None, dictitems=None, obj=None):
        """Writes a call that makes the object, and what is done to it afterwards."""
        if not isinstance(args, tuple):
            raise PicklingError('args from reduce() should be a tuple')
        if not hasattr(func, '__call__'):
            raise PicklingError('func from reduce should be callable')
        if self.proto >= 2 and getattr(func, '__name__', '') == '__newobj__':
            cls = args[0]
            if not hasattr(cls, '__new__'):
                raise self._error('args[0] from __newobj__ args has no __new__')
            if obj is not None and cls is not obj.__class__:
                raise self._error('args[0] from __newobj__ args has the wrong class')
            self.save(cls)
            self._save_arguments(args[1:], obj)
            self.write(NEWOBJ)
        else:
            self.save(func)
            self._save_arguments(args, obj)
            self.write(REDUCE)
        if obj is not None:
            # The arguments may have led back to the object.
            known = self.memo.get(id(obj))
            if known:
                self.write(POP + self.get(known[0]))
            else:
                self.memoize(obj)
        if listitems is not None:
            self._batch_appends(listitems)
        if dictitems is not None:
            self._batch_setitems(dictitems)
        if state is not None:
            self.save(state)
            self.write(BUILD)

    def _save_arguments(self, args, obj):
        self.save(args)

    dispatch = {}

    def save_none(self, obj):
        self.write(NONE)
    dispatch[NoneType] = save_none

    def save_bool(self, obj):
        if self.proto >= 2:
            self.write(NEWTRUE if obj else NEWFALSE)
        else:
            self.write(TRUE if obj else FALSE)
    dispatch[bool] = save_bool

    def save_int(self, obj):
        if self.bin and -0x80000000 <= obj <= 0x7fffffff:
            if 0 <= obj < 256:
                self.write(BININT1 + chr(obj))
            elif 0 <= obj < 65536:
                self.write(BININT2 + chr(obj & 255) + chr(obj >> 8))
            else:
                self.write(BININT + _int4(obj))
        else:
            self.write(INT + repr(obj) + '\n')
    dispatch[int] = save_int

    def save_long(self, obj):
        if self.proto < 2:
            self.write(LONG + repr(obj) + '\n')
            return
        data = encode_long(obj)
        size = len(data)
        self.write((LONG1 + chr(size) if size < 256 else LONG4 + _int4(size)) + data)
    dispatch[long] = save_long

    def save_float(self, obj):
        if self.bin:
            self.write(BINFLOAT + _struct.pack_float(obj, 8, False))
        else:
            self.write(FLOAT + repr(obj) + '\n')
    dispatch[float] = save_float

    def save_string(self, obj):
        self._write_string(obj)
        self.memoize(obj)
    dispatch[str] = save_string

    def _write_string(self, obj):
        if self.bin:
            size = len(obj)
            self.write((SHORT_BINSTRING + chr(size) if size < 256 else BINSTRING + _int4(size)) + obj)
        else:
            self.write(STRING + repr(obj) + '\n')

    def save_unicode(self, obj):
        self._write_unicode(obj)
        self.memoize(obj)
    dispatch[unicode] = save_unicode

    def _write_unicode(self, obj):
        if self.bin:
            data = obj.encode('utf-8')
            self.write(BINUNICODE + _int4(len(data)) + data)
        else:
            text = obj.replace(u'\\', u'\\u005c').replace(u'\n', u'\\u000a')
            self.write(UNICODE + text.encode('raw-unicode-escape') + '\n')

    def save_tuple(self, obj):
        size = len(obj)
        if not size:
            self.write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
            return
        short = size <= 3 and self.proto >= 2
        if not short:
            self.write(MARK)
        save = self.save
        for item in obj:
            save(item)
        # The items may have led back to the tuple: what they have put on the stack is in vain then.
        known = self.memo.get(id(obj))
        if known:
            if short:
                vain = POP * size
            else:
                vain = POP_MARK if self.bin else POP * (size + 1)
            self.write(vain + self.get(known[0]))
            return
        self.write(_tuples_by_size[size] if short else TUPLE)
        self.memoize(obj)
    dispatch[tuple] = save_tuple

    def save_list(self, obj):
        self.write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        self._batch_appends(iter(obj))
    dispatch[list] = save_list

    def _batch_appends(self, items):
        save = self.save
        write = self.write
        if not self.bin:
            for item in items:
                save(item)
                write(APPEND)
            return
        for batch in self._batches(items):
            if len(batch) == 1:
                save(batch[0])
                write(APPEND)
            else:
                write(MARK)
                for item in batch:
                    save(item)
                write(APPENDS)

    def save_dict(self, obj):
        self.write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        self._batch_setitems(obj.iteritems())
    dispatch[dict] = save_dict

    def _batch_setitems(self, items):
        save = self.save
        write = self.write
        if not self.bin:
            for key, value in items:
                save(key)
                save(value)
                write(SETITEM)
            return
        for batch in self._batches(items):
            if len(batch) == 1:
                key, value = batch[0]
                save(key)
                save(value)
                write(SETITEM)
            else:
                write(MARK)
                for key, value in batch:
                    save(key)
                    save(value)
                write(SETITEMS)

    def _batches(self, items):
        """The items in lists of as many as are written at once."""
        batch = []
        for item in items:
            batch.append(item)
            if len(batch) == self._batch:
                yield batch
                batch = []
        if batch:
            yield batch

    def save_inst(self, obj):
        cls = obj.__class__
        args = ()
        if hasattr(obj, '__getinitargs__'):
            args = obj.__getinitargs__()
            len(args)
            self._keep(args)
        self.write(MARK)
        if self.bin:
            self.save(cls)
            for arg in args:
                self.save(arg)
            self.write(OBJ)
        else:
            for arg in args:
                self.save(arg)
            self.write(INST + cls.__module__ + '\n' + cls.__name__ + '\n')
        self.memoize(obj)
        try:
            getstate = obj.__getstate__
        except AttributeError:
            state = obj.__dict__
        else:
            state = getstate()
            self._keep(state)
        self.save(state)
        self.write(BUILD)
    dispatch[InstanceType] = save_inst

    def save_global(self, obj, name=None):
        if name is None:
            name = obj.__name__
        module = getattr(obj, '__module__', None)
        if module is None:
            module = whichmodule(obj, name)
        self._check_global(obj, module, name)
        code = _extension_registry.get((module, name)) if self.proto >= 2 else None
        if code:
            if code < 256:
                self.write(EXT1 + chr(code))
            elif code < 65536:
                self.write(EXT2 + chr(code & 255) + chr(code >> 8))
            else:
                self.write(EXT4 + _int4(code))
            return
        self.write(GLOBAL + module + '\n' + name + '\n')
        self.memoize(obj)
    dispatch[ClassType] = save_global
    dispatch[FunctionType] = save_global
    dispatch[BuiltinFunctionType] = save_global
    dispatch[TypeType] = save_global

    def _check_global(self, obj, module, name):
        """PicklingError unless the name leads to the object."""
        try:
            found = find_global(module, name)
        except (ImportError, KeyError, AttributeError):
            raise PicklingError("Can't pickle %r: it's not found as %s.%s" % (obj, module, name))
        if found is not obj:
            raise PicklingError("Can't pickle %r: it's not the same object as %s.%s" % (obj, module, name))


class _EmptyClass:
    """An instance that becomes one of another class."""


class Unpickler:
    """Reads objects from a file. NOT-PYTHON: what a pickle names by module and name must be in a module that is here."""

    def __init__(self, file):
        self.readline = file.readline
        self.read = file.read
        self.memo = {}

    def load(self):
        """The next object of the file."""
        # What no pickle can hold.
        self.mark = object()
        self.stack = []
        self.append = self.stack.append
        read = self.read
        dispatch = self.dispatch
        try:
            while True:
                dispatch[read(1)](self)
        except _Stop, stop:
            return stop.value

    def marker(self):
        """Where the topmost mark is in the stack."""
        stack = self.stack
        mark = self.mark
        at = len(stack) - 1
        while stack[at] is not mark:
            at -= 1
        return at

    def _popped(self):
        """What is above the topmost mark. It goes, and so does the mark."""
        at = self.marker()
        items = self.stack[at + 1:]
        del self.stack[at:]
        return items

    dispatch = {}

    def load_eof(self):
        raise EOFError
    dispatch[''] = load_eof

    def load_proto(self):
        protocol = ord(self.read(1))
        if not 0 <= protocol <= 2:
            raise ValueError('unsupported pickle protocol: %d' % protocol)
    dispatch[PROTO] = load_proto

    def load_persid(self):
        pid = self.readline()[:-1]
        self.append(self.persistent_load(pid))
    dispatch[PERSID] = load_persid

    def load_binpersid(self):
        pid = self.stack.pop()
        self.append(self.persistent_load(pid))
    dispatch[BINPERSID] = load_binpersid

    def load_none(self):
        self.append(None)
    dispatch[NONE] = load_none

    def load_false(self):
        self.append(False)
    dispatch[NEWFALSE] = load_false

    def load_true(self):
        self.append(True)
    dispatch[NEWTRUE] = load_true

    def load_int(self):
        data = self.readline()
        if data == FALSE[1:]:
            value = False
        elif data == TRUE[1:]:
            value = True
        else:
            try:
                value = int(data)
            except ValueError:
                value = long(data)
        self.append(value)
    dispatch[INT] = load_int

    def load_binint(self):
        self.append(_signed4(self.read(4)))
    dispatch[BININT] = load_binint

    def load_binint1(self):
        self.append(ord(self.read(1)))
    dispatch[BININT1] = load_binint1

    def load_binint2(self):
        self.append(_unsigned2(self.read(2)))
    dispatch[BININT2] = load_binint2

    def load_long(self):
        self.append(long(self.readline()[:-1], 0))
    dispatch[LONG] = load_long

    def load_long1(self):
        self.append(decode_long(self.read(ord(self.read(1)))))
    dispatch[LONG1] = load_long1

    def load_long4(self):
        self.append(decode_long(self.read(_signed4(self.read(4)))))
    dispatch[LONG4] = load_long4

    def load_float(self):
        self.append(float(self.readline()[:-1]))
    dispatch[FLOAT] = load_float

    def load_binfloat(self):
        self.append(_struct.unpack_float(self.read(8), False))
    dispatch[BINFLOAT] = load_binfloat

    def load_string(self):
        text = self.readline()[:-1]
        if len(text) < 2 or text[0] not in '\'"' or text[0] != text[-1]:
            raise ValueError('insecure string pickle')
        self.append(text[1:-1].decode('string-escape'))
    dispatch[STRING] = load_string

    def load_binstring(self):
        self.append(self.read(_signed4(self.read(4))))
    dispatch[BINSTRING] = load_binstring

    def load_short_binstring(self):
        self.append(self.read(ord(self.read(1))))
    dispatch[SHORT_BINSTRING] = load_short_binstring

    def load_unicode(self):
        self.append(unicode(self.readline()[:-1], 'raw-unicode-escape'))
    dispatch[UNICODE] = load_unicode

    def load_binunicode(self):
        self.append(unicode(self.read(_signed4(self.read(4))), 'utf-8'))
    dispatch[BINUNICODE] = load_binunicode

    def load_tuple(self):
        self.append(tuple(self._popped()))
    dispatch[TUPLE] = load_tuple

    def load_empty_tuple(self):
        self.append(())
    dispatch[EMPTY_TUPLE] = load_empty_tuple

    def load_tuple1(self):
        self.stack[-1] = self.stack[-1],
    dispatch[TUPLE1] = load_tuple1

    def load_tuple2(self):
        self.stack[-2:] = [(self.stack[-2], self.stack[-1])]
    dispatch[TUPLE2] = load_tuple2

    def load_tuple3(self):
        self.stack[-3:] = [(self.stack[-3], self.stack[-2], self.stack[-1])]
    dispatch[TUPLE3] = load_tuple3

    def load_empty_list(self):
        self.append([])
    dispatch[EMPTY_LIST] = load_empty_list

    def load_empty_dictionary(self):
        self.append({})
    dispatch[EMPTY_DICT] = load_empty_dictionary

    def load_list(self):
        self.append(self._popped())
    dispatch[LIST] = load_list

    def load_dict(self):
        items = self._popped()
        made = {}
        for at in xrange(0, len(items), 2):
            made[items[at]] = items[at + 1]
        self.append(made)
    dispatch[DICT] = load_dict

    def _instantiate(self, cls, args):
        """An instance of an old-style class, or what else a call gives."""
        if not args and type(cls) is ClassType and not hasattr(cls, '__getinitargs__'):
            made = _EmptyClass()
            made.__class__ = cls
        else:
            made = self._construct(cls, args)
        self.append(made)

    def _construct(self, cls, args):
        try:
            return cls(*args)
        except TypeError, error:
            raise TypeError, 'in constructor for %s: %s' % (cls.__name__, error), sys.exc_info()[2]

    def load_inst(self):
        module = self.readline()[:-1]
        name = self.readline()[:-1]
        cls = self.find_class(module, name)
        self._instantiate(cls, self._popped())
    dispatch[INST] = load_inst

    def load_obj(self):
        at = self.marker()
        cls = self.stack.pop(at + 1)
        self._instantiate(cls, self._popped())
    dispatch[OBJ] = load_obj

    def load_newobj(self):
        args = self.stack.pop()
        cls = self.stack[-1]
        self.stack[-1] = cls.__new__(cls, *args)
    dispatch[NEWOBJ] = load_newobj

    def load_global(self):
        module = self.readline()[:-1]
        name = self.readline()[:-1]
        self.append(self.find_class(module, name))
    dispatch[GLOBAL] = load_global

    def load_ext1(self):
        self.get_extension(ord(self.read(1)))
    dispatch[EXT1] = load_ext1

    def load_ext2(self):
        self.get_extension(_unsigned2(self.read(2)))
    dispatch[EXT2] = load_ext2

    def load_ext4(self):
        self.get_extension(_signed4(self.read(4)))
    dispatch[EXT4] = load_ext4

    def get_extension(self, code):
        if code in _extension_cache:
            self.append(_extension_cache[code])
            return
        key = _inverted_registry.get(code)
        if not key:
            raise ValueError('unregistered extension code %d' % code)
        found = _extension_cache[code] = self.find_class(*key)
        self.append(found)

    def find_class(self, module, name):
        """What a module calls so. A program that reads bytes of strangers allows here only what it knows."""
        return find_global(module, name)

    def load_reduce(self):
        args = self.stack.pop()
        func = self.stack[-1]
        self.stack[-1] = func(*args)
    dispatch[REDUCE] = load_reduce

    def load_pop(self):
        del self.stack[-1]
    dispatch[POP] = load_pop

    def load_pop_mark(self):
        del self.stack[self.marker():]
    dispatch[POP_MARK] = load_pop_mark

    def load_dup(self):
        self.append(self.stack[-1])
    dispatch[DUP] = load_dup

    def load_get(self):
        self.append(self.memo[self.readline()[:-1]])
    dispatch[GET] = load_get

    def load_binget(self):
        self.append(self.memo[repr(ord(self.read(1)))])
    dispatch[BINGET] = load_binget

    def load_long_binget(self):
        self.append(self.memo[repr(_signed4(self.read(4)))])
    dispatch[LONG_BINGET] = load_long_binget

    def load_put(self):
        self.memo[self.readline()[:-1]] = self.stack[-1]
    dispatch[PUT] = load_put

    def load_binput(self):
        self.memo[repr(ord(self.read(1)))] = self.stack[-1]
    dispatch[BINPUT] = load_binput

    def load_long_binput(self):
        self.memo[repr(_signed4(self.read(4)))] = self.stack[-1]
    dispatch[LONG_BINPUT] = load_long_binput

    def load_append(self):
        item = self.stack.pop()
        self.stack[-1].append(item)
    dispatch[APPEND] = load_append

    def load_appends(self):
        at = self.marker()
        items = self.stack[at - 1]
        if isinstance(items, list):
            items.extend(self.stack[at + 1:])
        else:
            append = items.append
            for item in self.stack[at + 1:]:
                append(item)
        del self.stack[at:]
    dispatch[APPENDS] = load_appends

    def load_setitem(self):
        value = self.stack.pop()
        key = self.stack.pop()
        self.stack[-1][key] = value
    dispatch[SETITEM] = load_setitem

    def load_setitems(self):
        stack = self.stack
        at = self.marker()
        entries = stack[at - 1]
        for i in xrange(at + 1, len(stack), 2):
            entries[stack[i]] = stack[i + 1]
        del stack[at:]
    dispatch[SETITEMS] = load_setitems

    def load_build(self):
        state = self.stack.pop()
        made = self.stack[-1]
        setstate = getattr(made, '__setstate__', None)
        if setstate:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state:
            self._update(made, state)
        if slots:
            for name, value in slots.items():
                setattr(made, name, value)
    dispatch[BUILD] = load_build

    def _update(self, made, state):
        own = made.__dict__
        try:
            for name, value in state.iteritems():
                own[intern(name)] = value
        except TypeError:
            own.update(state)

    def load_mark(self):
        self.append(self.mark)
    dispatch[MARK] = load_mark

    def load_stop(self):
        raise _Stop(self.stack.pop())
    dispatch[STOP] = load_stop


class _Pieces:
    """A file whose writes are kept one by one."""

    def __init__(self):
        self.pieces = []
        self.write = self.pieces.append

    def text(self):
        return ''.join(self.pieces)


class _Text:
    """A file that only reads a text."""

    def __init__(self, text):
        self.text = text
        self.at = 0

    def read(self, size):
        start = self.at
        if size < 0:
            size = len(self.text)
        self.at = start + size
        return self.text[start:start + size]

    def readline(self):
        start = self.at
        end = self.text.find('\n', start) + 1 or len(self.text)
        self.at = end
        return self.text[start:end]


# They belong to the module by which programs know them.
for _each in PickleError, PicklingError, UnpicklingError, Pickler, Unpickler:
    _each.__module__ = 'pickle'
