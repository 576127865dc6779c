"""`logging`: records of what happens, from loggers by name through handlers to streams and files.

NOT-PYTHON: there are no `logging.handlers` and no `logging.config`, and handlers need no locks.
"""

import sys
import time
import traceback

__all__ = ['BASIC_FORMAT', 'BufferingFormatter', 'CRITICAL', 'DEBUG', 'ERROR', 'FATAL', 'FileHandler', 'Filter', 'Formatter',
           'Handler', 'INFO', 'LogRecord', 'Logger', 'LoggerAdapter', 'NOTSET', 'NullHandler', 'StreamHandler', 'WARN',
           'WARNING', 'addLevelName', 'basicConfig', 'captureWarnings', 'critical', 'debug', 'disable', 'error', 'exception',
           'fatal', 'getLevelName', 'getLogger', 'getLoggerClass', 'info', 'log', 'makeLogRecord', 'setLoggerClass', 'warn',
           'warning']

CRITICAL = FATAL = 50
ERROR = 40
WARNING = WARN = 30
INFO = 20
DEBUG = 10
NOTSET = 0

BASIC_FORMAT = '%(levelname)s:%(name)s:%(message)s'
raiseExceptions = 1
logThreads = logProcesses = logMultiprocessing = 1

_began = time.time()
_levelNames = {CRITICAL: 'CRITICAL', ERROR: 'ERROR', WARNING: 'WARNING', INFO: 'INFO', DEBUG: 'DEBUG', NOTSET: 'NOTSET',
               'CRITICAL': CRITICAL, 'ERROR': ERROR, 'WARN': WARNING, 'WARNING': WARNING, 'INFO': INFO, 'DEBUG': DEBUG,
               'NOTSET': NOTSET}
_own_file = sys._getframe().f_code.co_filename


def getLevelName(level):
    """The name of a level's number, or the number of its name."""
    return _levelNames.get(level, 'Level %s' % level)


def addLevelName(level, levelName):
    _levelNames[level] = levelName
    _levelNames[levelName] = level


def _checkLevel(level):
    if isinstance(level, (int, long)):
        return level
    if str(level) != level:
        raise TypeError('Level not an integer or a valid string: %r' % level)
    if level not in _levelNames:
        raise ValueError('Unknown level: %r' % level)
    return _levelNames[level]


class LogRecord(object):
    """What is known of one thing that happened."""

    def __init__(self, name, level, pathname, lineno, msg, args, exc_info, func=None):
        now = time.time()
        # logger.info('%(a)s', {'a': 1})
        if args and len(args) == 1 and isinstance(args[0], dict) and args[0]:
            args = args[0]
        self.name = name
        self.msg = msg
        self.args = args
        self.levelname = getLevelName(level)
        self.levelno = level
        self.pathname = pathname
        self.filename = pathname.split('/')[-1] if isinstance(pathname, basestring) else pathname
        dot = (self.filename or '').rfind('.')
        self.module = self.filename[:dot] if dot > 0 else self.filename or 'Unknown module'
        self.exc_info = exc_info
        self.exc_text = None
        self.lineno = lineno
        self.funcName = func
        self.created = now
        self.msecs = (now - int(now)) * 1000
        self.relativeCreated = (now - _began) * 1000
        self.thread, self.threadName = _thread_now()
        self.processName = 'MainProcess'
        self.process = 1

    def __str__(self):
        return '<LogRecord: %s, %s, %s, %s, "%s">' % (self.name, self.levelno, self.pathname, self.lineno, self.msg)

    def getMessage(self):
        """The message with its arguments."""
        msg = self.msg
        if not isinstance(msg, basestring):
            try:
                msg = str(msg)
            except UnicodeError:
                pass
        return msg % self.args if self.args else msg


def _thread_now():
    threading = sys.modules.get('threading')
    if threading is None:
        return 1, 'MainThread'
    current = threading.current_thread()
    return current.ident, current.name


def makeLogRecord(dict):
    """A record with these fields."""
    record = LogRecord(None, None, '', 0, '', (), None, None)
    record.__dict__.update(dict)
    return record


class Formatter(object):
    """How a record becomes text: `%` with the record's fields."""

    converter = time.localtime

    def __init__(self, fmt=None, datefmt=None):
        self._fmt = fmt or '%(message)s'
        self.datefmt = datefmt

    def formatTime(self, record, datefmt=None):
        convert = self.converter
        if getattr(convert, 'im_func', None) in (time.localtime, time.gmtime):
            # Written in C these would not be bound to the formatter.
            convert = convert.im_func
        moment = convert(record.created)
        if datefmt:
            return time.strftime(datefmt, moment)
        return '%s,%03d' % (time.strftime('%Y-%m-%d %H:%M:%S', moment), record.msecs)

    def formatException(self, ei):
        """The traceback, without its last newline."""
        text = ''.join(traceback.format_exception(ei[0], ei[1], ei[2], None))
        return text[:-1] if text.endswith('\n') else text

    def usesTime(self):
        return '%(asctime)' in self._fmt

    def format(self, record):
        record.message = record.getMessage()
        if self.usesTime():
            record.asctime = self.formatTime(record, self.datefmt)
        try:
            text = self._fmt % record.__dict__
        except UnicodeDecodeError:
            # The name of a logger may be bytes beside a message in unicode.
            record.name = record.name.decode('utf-8')
            text = self._fmt % record.__dict__
        if record.exc_info and not record.exc_text:
            record.exc_text = self.formatException(record.exc_info)
        if record.exc_text:
            if not text.endswith('\n'):
                text += '\n'
            try:
                text += record.exc_text
            except UnicodeError:
                text += record.exc_text.decode(sys.getfilesystemencoding(), 'replace')
        return text


_defaultFormatter = Formatter()


class BufferingFormatter(object):
    """Several records as one text."""

    def __init__(self, linefmt=None):
        self.linefmt = linefmt or _defaultFormatter

    def formatHeader(self, records):
        return ''

    def formatFooter(self, records):
        return ''

    def format(self, records):
        if not records:
            return ''
        return self.formatHeader(records) + ''.join(map(self.linefmt.format, records)) + self.formatFooter(records)


class Filter(object):
    """Lets through what loggers of this name, or below it, have to say."""

    def __init__(self, name=''):
        self.name = name
        self.nlen = len(name)

    def filter(self, record):
        return not self.name or (record.name + '.').startswith(self.name + '.')


class Filterer(object):
    """What has filters: all of them must let a record through."""

    def __init__(self):
        self.filters = []

    def addFilter(self, filter):
        if filter not in self.filters:
            self.filters.append(filter)

    def removeFilter(self, filter):
        if filter in self.filters:
            self.filters.remove(filter)

    def filter(self, record):
        for each in self.filters:
            if not each.filter(record):
                return 0
        return 1


# The handlers that are to be closed at the end.
_handlerList = []


class Handler(Filterer):
    """Does something with a record."""

    def __init__(self, level=NOTSET):
        Filterer.__init__(self)
        self._name = None
        self.level = _checkLevel(level)
        self.formatter = None
        _handlerList.append(self)
        self.createLock()

    def get_name(self):
        return self._name

    def set_name(self, name):
        self._name = name

    name = property(get_name, set_name)

    def createLock(self):
        self.lock = None

    def acquire(self):
        pass

    release = flush = acquire

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def setFormatter(self, fmt):
        self.formatter = fmt

    def format(self, record):
        return (self.formatter or _defaultFormatter).format(record)

    def emit(self, record):
        raise NotImplementedError('emit must be implemented by Handler subclasses')

    def handle(self, record):
        passed = self.filter(record)
        if passed:
            self.emit(record)
        return passed

    def close(self):
        if self in _handlerList:
            _handlerList.remove(self)

    def handleError(self, record):
        """Tells on sys.stderr what went wrong with a record."""
        if raiseExceptions and sys.stderr:
            traceback.print_exception(*sys.exc_info() + (None, sys.stderr))
            sys.stderr.write('Logged from file %s, line %s\n' % (record.filename, record.lineno))


class StreamHandler(Handler):
    """Writes records to a stream, sys.stderr if none is given."""

    def __init__(self, stream=None):
        Handler.__init__(self)
        self.stream = sys.stderr if stream is None else stream

    def flush(self):
        if self.stream and hasattr(self.stream, 'flush'):
            self.stream.flush()

    def emit(self, record):
        try:
            self._write(self.format(record))
            self.flush()
        except (KeyboardInterrupt, SystemExit):
            raise
        except:
            self.handleError(record)

    def _write(self, text):
        try:
            if isinstance(text, unicode) and getattr(self.stream, 'encoding', None):
                self.stream.write((text + u'\n').encode(self.stream.encoding))
            else:
                self.stream.write('%s\n' % text)
        except UnicodeError:
            self.stream.write('%s\n' % text.encode('UTF-8'))


class FileHandler(StreamHandler):
    """Writes records to a file."""

    def __init__(self, filename, mode='a', encoding=None, delay=0):
        self.baseFilename = filename
        self.mode = mode
        self.encoding = encoding
        self.delay = delay
        Handler.__init__(self)
        self.stream = None if delay else self._open()

    def _open(self):
        return open(self.baseFilename, self.mode)

    def _write(self, text):
        if self.encoding is None:
            StreamHandler._write(self, text)
        else:
            self.stream.write((unicode(text) + u'\n').encode(self.encoding))

    def close(self):
        if self.stream:
            self.flush()
            self.stream.close()
            self.stream = None
        StreamHandler.close(self)

    def emit(self, record):
        if self.stream is None:
            self.stream = self._open()
        StreamHandler.emit(self, record)


class NullHandler(Handler):
    """Does nothing."""

    def handle(self, record):
        pass

    emit = handle


class PlaceHolder(object):
    """Stands in the list of loggers for a name that only loggers below it have been asked for."""


class Manager(object):
    """All loggers by name."""

    def __init__(self, rootnode):
        self.root = rootnode
        self.disable = 0
        self.emittedNoHandlerWarning = 0
        self.loggerDict = {}
        self.loggerClass = None

    def setLoggerClass(self, klass):
        _require_logger(klass)
        self.loggerClass = klass

    def getLogger(self, name):
        if not isinstance(name, basestring):
            raise TypeError('A logger name must be string or Unicode')
        if isinstance(name, unicode):
            name = name.encode('utf-8')
        found = self.loggerDict.get(name)
        if isinstance(found, Logger):
            return found
        logger = (self.loggerClass or _loggerClass)(name)
        logger.manager = self
        self.loggerDict[name] = logger
        logger.parent = self._parent(name)
        for each in self.loggerDict.values():
            # Loggers below it that had a parent further up.
            if isinstance(each, Logger) and each.name.startswith(name + '.'):
                if each.parent is self.root or not each.parent.name.startswith(name + '.'):
                    each.parent = logger
        return logger

    def _parent(self, name):
        parent = None
        while parent is None and '.' in name:
            name = name[:name.rindex('.')]
            found = self.loggerDict.setdefault(name, PlaceHolder())
            parent = found if isinstance(found, Logger) else None
        return parent or self.root


class Logger(Filterer):
    """A place in the program that has something to say; its name has dots for those above it."""

    def __init__(self, name, level=NOTSET):
        Filterer.__init__(self)
        self.name = name
        self.level = _checkLevel(level)
        self.parent = None
        self.propagate = 1
        self.handlers = []
        self.disabled = 0

    def setLevel(self, level):
        self.level = _checkLevel(level)

    def debug(self, msg, *args, **kwargs):
        if self.isEnabledFor(DEBUG):
            self._log(DEBUG, msg, args, **kwargs)

    def info(self, msg, *args, **kwargs):
        if self.isEnabledFor(INFO):
            self._log(INFO, msg, args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        if self.isEnabledFor(WARNING):
            self._log(WARNING, msg, args, **kwargs)

    warn = warning

    def error(self, msg, *args, **kwargs):
        if self.isEnabledFor(ERROR):
            self._log(ERROR, msg, args, **kwargs)

    def exception(self, msg, *args, **kwargs):
        """An error with the exception that is being handled."""
        kwargs['exc_info'] = 1
        self.error(msg, *args, **kwargs)

    def critical(self, msg, *args, **kwargs):
        if self.isEnabledFor(CRITICAL):
            self._log(CRITICAL, msg, args, **kwargs)

    fatal = critical

    def log(self, level, msg, *args, **kwargs):
        if not isinstance(level, (int, long)):
            if raiseExceptions:
                raise TypeError('level must be an integer')
            return
        if self.isEnabledFor(level):
            self._log(level, msg, args, **kwargs)

    def findCaller(self):
        """(file, line, function) of whoever called the logger."""
        frame = sys._getframe()
        while frame is not None and frame.f_code.co_filename == _own_file:
            frame = frame.f_back
        if frame is None:
            return '(unknown file)', 0, '(unknown function)'
        return frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_name

    def makeRecord(self, name, level, fn, lno, msg, args, exc_info, func=None, extra=None):
        record = LogRecord(name, level, fn, lno, msg, args, exc_info, func)
        for key in extra or ():
            if key in ('message', 'asctime') or key in record.__dict__:
                raise KeyError('Attempt to overwrite %r in LogRecord' % key)
            record.__dict__[key] = extra[key]
        return record

    def _log(self, level, msg, args, exc_info=None, extra=None):
        filename, lineno, function = self.findCaller()
        if exc_info and not isinstance(exc_info, tuple):
            exc_info = sys.exc_info()
        self.handle(self.makeRecord(self.name, level, filename, lineno, msg, args, exc_info, function, extra))

    def handle(self, record):
        if not self.disabled and self.filter(record):
            self.callHandlers(record)

    def addHandler(self, hdlr):
        if hdlr not in self.handlers:
            self.handlers.append(hdlr)

    def removeHandler(self, hdlr):
        if hdlr in self.handlers:
            self.handlers.remove(hdlr)

    def callHandlers(self, record):
        """Gives the record to the handlers here and of the loggers above."""
        found = 0
        logger = self
        while logger:
            for handler in logger.handlers:
                found += 1
                if record.levelno >= handler.level:
                    handler.handle(record)
            logger = logger.parent if logger.propagate else None
        if not found and raiseExceptions and not self.manager.emittedNoHandlerWarning:
            sys.stderr.write('No handlers could be found for logger "%s"\n' % self.name)
            self.manager.emittedNoHandlerWarning = 1

    def getEffectiveLevel(self):
        logger = self
        while logger and not logger.level:
            logger = logger.parent
        return logger.level if logger else NOTSET

    def isEnabledFor(self, level):
        return self.manager.disable < level and level >= self.getEffectiveLevel()

    def getChild(self, suffix):
        return self.manager.getLogger(suffix if self.root is self else self.name + '.' + suffix)


class RootLogger(Logger):
    """The one above all others."""

    def __init__(self, level):
        Logger.__init__(self, 'root', level)


_loggerClass = Logger
root = Logger.root = RootLogger(WARNING)
Logger.manager = Manager(root)


class LoggerAdapter(object):
    """A logger that says something more with every record."""

    def __init__(self, logger, extra):
        self.logger = logger
        self.extra = extra

    def process(self, msg, kwargs):
        kwargs['extra'] = self.extra
        return msg, kwargs

    def debug(self, msg, *args, **kwargs):
        msg, kwargs = self.process(msg, kwargs)
        self.logger.debug(msg, *args, **kwargs)

    def info(self, msg, *args, **kwargs):
        msg, kwargs = self.process(msg, kwargs)
        self.logger.info(msg, *args, **kwargs)

    def warning(self, msg, *args, **kwargs):
        msg, kwargs = self.process(msg, kwargs)
        self.logger.warning(msg, *args, **kwargs)

    def error(self, msg, *args, **kwargs):
        msg, kwargs = self.process(msg, kwargs)
        self.logger.error(msg, *args, **kwargs)

    def exception(self, msg, *args, **kwargs):
        kwargs['exc_info'] = 1
        self.error(msg, *args, **kwargs)

    def critical(self, msg, *args, **kwargs):
        msg, kwargs = self.process(msg, kwargs)
        self.logger.critical(msg, *args, **kwargs)

    def log(self, level, msg, *args, **kwargs):
        msg, kwargs = self.process(msg, kwargs)
        self.logger.log(level, msg, *args, **kwargs)

    def isEnabledFor(self, level):
        return self.logger.isEnabledFor(level)


def _require_logger(klass):
    if klass != Logger and not issubclass(klass, Logger):
        raise TypeError('logger not derived from logging.Logger: ' + klass.__name__)


def setLoggerClass(klass):
    global _loggerClass
    _require_logger(klass)
    _loggerClass = klass


def getLoggerClass():
    return _loggerClass


def basicConfig(**kwargs):
    """Gives the root logger a handler, unless it has one: filename, filemode, format, datefmt, level, stream."""
    if root.handlers:
        return
    filename = kwargs.get('filename')
    if filename:
        handler = FileHandler(filename, kwargs.get('filemode', 'a'))
    else:
        handler = StreamHandler(kwargs.get('stream'))
    handler.setFormatter(Formatter(kwargs.get('format', BASIC_FORMAT), kwargs.get('datefmt')))
    root.addHandler(handler)
    if kwargs.get('level') is not None:
        root.setLevel(kwargs['level'])


def getLogger(name=None):
    """The logger of this name, the same one each time; the root logger without a name."""
    return Logger.manager.getLogger(name) if name else root


def _configured():
    if not root.handlers:
        basicConfig()
    return root


def critical(msg, *args, **kwargs):
    _configured().critical(msg, *args, **kwargs)


fatal = critical


def error(msg, *args, **kwargs):
    _configured().error(msg, *args, **kwargs)


def exception(msg, *args, **kwargs):
    kwargs['exc_info'] = 1
    error(msg, *args, **kwargs)


def warning(msg, *args, **kwargs):
    _configured().warning(msg, *args, **kwargs)


warn = warning


def info(msg, *args, **kwargs):
    _configured().info(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    _configured().debug(msg, *args, **kwargs)


def log(level, msg, *args, **kwargs):
    _configured().log(level, msg, *args, **kwargs)


def disable(level):
    """Nothing of this level or below is recorded any more."""
    root.manager.disable = level


def shutdown(handlerList=None):
    """Closes the handlers."""
    for handler in (_handlerList if handlerList is None else handlerList)[::-1]:
        try:
            handler.flush()
            handler.close()
        except (IOError, ValueError):
            pass


_show_before = None


def captureWarnings(capture):
    """Warnings become records of the logger `py.warnings`, or again what they were."""
    global _show_before
    # Not an import statement: most pages that log need no warnings.
    warnings = __import__('warnings')
    if capture and _show_before is None:
        _show_before = warnings.showwarning
        warnings.showwarning = _show_warning
    elif not capture and _show_before is not None:
        warnings.showwarning = _show_before
        _show_before = None


def _show_warning(message, category, filename, lineno, file=None, line=None):
    warnings = sys.modules['warnings']
    if file is not None:
        _show_before(message, category, filename, lineno, file, line)
        return
    logger = getLogger('py.warnings')
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning('%s', warnings.formatwarning(message, category, filename, lineno, line))
