# sys: what it says of the interpreter.
import sys

print sys.version_info, sys.version_info >= (2, 7), sys.version_info[:2], sys.version_info.major, sys.version_info[3]
print sys.version_info == (2, 7, 18, 'final', 0), len(sys.version_info), type(sys.version_info), sys.version[:6]
print hex(sys.hexversion), sys.api_version, sys.maxint, sys.maxsize, sys.byteorder, sys.platform[:5]
print sys.float_info, sys.float_info.max, type(sys.float_info)
print sys.long_info
print type(sys.flags), sys.flags.debug, sys.flags.optimize
print sys.getrecursionlimit(), sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.getcheckinterval()
print sys.float_repr_style, sys.py3kwarning, sys.subversion, sys.meta_path, sys.warnoptions, sys.dont_write_bytecode
print sys.gettrace(), sys.getprofile(), sys.call_tracing(len, ('abc',)), sys.copyright.split('\n')[0]
print sys.stdin.name, sys.stdout.name, sys.stderr.name, sys.__stdout__ is sys.stdout, sys.stdout.softspace
print sys.stdout.softspace, sys.stdout.mode, sys.stdin.mode, sys.stdout.closed, sys.stdout.isatty(), sys.stdout.fileno()
sys.displayhook(3)
sys.displayhook(None)
sys.displayhook('text')
print _, sys.exc_info(), type(sys.getsizeof(1)), sys.modules['sys'] is sys, sys.modules['__main__'].__name__
print sys._getframe().f_code.co_name, sys._getframe(0).f_lineno, intern('a') is 'a'
for attempt in (lambda: sys.setrecursionlimit(0), lambda: sys.setrecursionlimit('a'), lambda: sys._getframe(100),
                lambda: sys.nothing, lambda: sys.exit(1, 2)):
    try:
        print attempt()
    except (ValueError, TypeError, AttributeError), e:
        print type(e).__name__, e


def inner():
    try:
        raise KeyError('inner')
    except KeyError:
        print sys.exc_info()[:2], sys.exc_type, sys.exc_value


try:
    raise ValueError('outer')
except ValueError:
    inner()
    print sys.exc_info()[:2], sys.exc_type, sys.exc_value
    sys.exc_clear()
    print sys.exc_info()
sys.setrecursionlimit(-1)
