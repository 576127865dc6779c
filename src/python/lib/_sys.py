"""`_sys`: what `sys` has that few programs ask for. CPython writes this in C; use `sys`."""

import _thread
import sys


def _sequence(kind, **fields):
    """
    An instance of a class `sys.KIND` like CPython's struct sequences; the fields by name, in the order `_order`. NOT-PYTHON: it is a
    tuple, not only like one.
    """
    names = fields.pop('_order').split()
    values = tuple([fields[name] for name in names])

    def __new__(cls, *args):
        raise TypeError("cannot create 'sys.%s' instances" % kind)

    def __repr__(self):
        return 'sys.%s(%s)' % (kind, ', '.join(['%s=%r' % pair for pair in zip(names, self)]))

    members = {'__repr__': __repr__, '__slots__': (), 'n_fields': len(names),
               'n_sequence_fields': len(names), 'n_unnamed_fields': 0}
    for at, name in enumerate(names):
        members[name] = property(lambda self, at=at: self[at])
    made = type('sys.' + kind, (tuple,), members)
    del made.__module__
    sequence = tuple.__new__(made, values)
    made.__new__ = staticmethod(__new__)
    return sequence


def displayhook(value):
    """Prints the value of an expression at a prompt and keeps it as `_`."""
    if value is not None:
        names = sys.modules['__builtin__'].__dict__
        names['_'] = None
        out = sys.stdout
        out.write('\n' * getattr(out, 'softspace', 0) + repr(value) + '\n')
        out.softspace = 0
        names['_'] = value


def excepthook(exctype, value, traceback):
    """Prints an exception that nobody caught."""
    from traceback import print_exception
    print_exception(exctype, value, traceback)


def settrace(function):
    """NOT-PYTHON: the machine stops by itself at every statement, and calls no function there."""
    if function is not None:
        raise NotImplementedError('sys.settrace and sys.setprofile are not here: nothing is called when a line is reached')


setprofile = settrace


def gettrace():
    return None


getprofile = gettrace


def getcheckinterval():
    return 100


def setcheckinterval(n):
    if not isinstance(n, (int, long)):
        raise TypeError('an integer is required')


def call_tracing(func, args):
    return func(*args)


def callstats():
    return None


def _clear_type_cache():
    return None


def _current_frames():
    return {_thread.get_ident(): sys._getframe()}


def setdlopenflags(n):
    return None


def setdefaultencoding(name):
    """
    There after `reload(sys)`, as in CPython. NOT-PYTHON: only ASCII is taken; a conversion that nobody sees would hide where text
    and bytes meet.
    """
    if not isinstance(name, str):
        raise TypeError('setdefaultencoding() argument 1 must be string, not %s' % type(name).__name__)
    if name.lower().replace('-', '') not in ('ascii', 'usascii'):
        raise NotImplementedError("sys.setdefaultencoding takes only 'ascii' here: write text.encode(%r) or bytes.decode(%r)"
                                  ' where text becomes bytes, or bytes text' % (name, name))


def getdlopenflags():
    return 2


api_version = 1013
builtin_module_names = ('__builtin__', '__main__', '_warnings', 'exceptions', 'imp', 'marshal', 'posix', 'sys', 'thread')
copyright = ('Copyright (c) 2001-2020 Python Software Foundation.\nAll Rights Reserved.\n\n'
             'Copyright (c) 2000 BeOpen.com.\nAll Rights Reserved.\n\n'
             'Copyright (c) 1995-2001 Corporation for National Research Initiatives.\nAll Rights Reserved.\n\n'
             'Copyright (c) 1991-1995 Stichting Mathematisch Centrum, Amsterdam.\nAll Rights Reserved.')
exec_prefix = sys.prefix
flags = _sequence('flags', debug=0, py3k_warning=0, division_warning=0, division_new=0, inspect=0, interactive=0, optimize=0,
                  dont_write_bytecode=1, no_user_site=0, no_site=0, ignore_environment=0, tabcheck=0, verbose=0, unicode=0,
                  bytes_warning=0, hash_randomization=0,
                  _order='debug py3k_warning division_warning division_new inspect interactive optimize dont_write_bytecode'
                         ' no_user_site no_site ignore_environment tabcheck verbose unicode bytes_warning'
                         ' hash_randomization')
float_info = _sequence('float_info', max=1.7976931348623157e+308, max_exp=1024, max_10_exp=308, min=2.2250738585072014e-308,
                       min_exp=-1021, min_10_exp=-307, dig=15, mant_dig=53, epsilon=2.220446049250313e-16, radix=2, rounds=1,
                       _order='max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds')
float_repr_style = 'short'
long_info = _sequence('long_info', bits_per_digit=30, sizeof_digit=4, _order='bits_per_digit sizeof_digit')
meta_path, path_hooks, path_importer_cache, warnoptions = [], [], {}, []
py3kwarning = False
subversion = ('CPython', '', '')
version_info = _sequence('version_info', major=2, minor=7, micro=18, releaselevel='final', serial=0,
                         _order='major minor micro releaselevel serial')

__displayhook__, __excepthook__ = displayhook, excepthook

for _name in ('displayhook excepthook settrace setprofile gettrace getprofile getcheckinterval setcheckinterval call_tracing'
              ' callstats _clear_type_cache _current_frames getdlopenflags setdlopenflags api_version builtin_module_names copyright'
              ' exec_prefix flags float_info float_repr_style long_info meta_path path_hooks path_importer_cache warnoptions'
              ' py3kwarning subversion version_info __displayhook__ __excepthook__').split():
    # What a program has put there stays.
    sys.__dict__.setdefault(_name, globals()[_name])
