"""`sqlite3`: databases, as CPython 2.7's module has them. SQLite itself is behind `_sqlite3`.

A connection is data: what the database was at some moment, and the statements executed since. What a file holds
changes on the disk when a transaction ends.
NOT-PYTHON: a query is done whole when it is executed; nobody waits for a lock (`timeout`), and who only reads takes none;
there is no ATTACH, and SQL calls no Python functions.
"""

import __builtin__
import _files
import _sqlite3

apilevel, paramstyle, threadsafety = '2.0', 'qmark', 1
version, version_info = '2.6.0', (2, 6, 0)
sqlite_version = _sqlite3.version()
sqlite_version_info = tuple([int(part) for part in sqlite_version.split('.')])
PARSE_DECLTYPES, PARSE_COLNAMES = 1, 2
adapters = {}
converters = {}


class Warning(StandardError):
    pass


class Error(StandardError):
    pass


class InterfaceError(Error):
    pass


class DatabaseError(Error):
    pass


class InternalError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class DataError(DatabaseError):
    pass


class NotSupportedError(DatabaseError):
    pass


# By SQLite's code; all others are a DatabaseError.
_errors = {2: InternalError, 7: MemoryError, 12: InternalError, 18: DataError, 19: IntegrityError,
           20: IntegrityError, 21: ProgrammingError}
for _code in 1, 3, 4, 5, 6, 8, 9, 10, 13, 14, 15, 16, 17:
    _errors[_code] = OperationalError

_changing = 'insert', 'update', 'delete', 'replace'
_writing = _changing + ('create', 'drop', 'alter', 'reindex', 'analyze', 'vacuum', 'with')


class PrepareProtocol(object):
    pass


class buffer(object):
    """A BLOB. NOT-PYTHON: CPython has `buffer` without importing this, and it sees into other objects."""

    def __init__(self, bytes):
        self._bytes = str(bytes)

    def __str__(self):
        return self._bytes

    def __len__(self):
        return len(self._bytes)

    def __getitem__(self, at):
        return self._bytes[at]

    def __cmp__(self, other):
        return cmp(self._bytes, str(other))

    def __hash__(self):
        return hash(self._bytes)

    def __repr__(self):
        return '<read-write buffer ptr 0x%x, size %d at 0x%x>' % (id(self._bytes), len(self), id(self))


Binary = __builtin__.buffer = buffer


def OptimizedUnicode(text):
    """For `text_factory`: str where ASCII is enough, else unicode."""
    try:
        return text.decode('ascii') and text
    except UnicodeError:
        return text.decode('utf-8')


def register_adapter(type, callable):
    """Has parameters of this type replaced by what `callable` makes of them."""
    adapters[type] = callable


def connect(database, timeout=5.0, isolation_level='', detect_types=0, check_same_thread=True, factory=None,
            cached_statements=100):
    """Opens a database: a file, or ':memory:'."""
    return (factory or Connection)(database, timeout, isolation_level, detect_types)


class Connection(object):
    """An open database."""

    def __init__(self, database, timeout=5.0, isolation_level='', detect_types=0, check_same_thread=True,
                 factory=None, cached_statements=100):
        if not isinstance(database, basestring):
            raise ValueError('database parameter must be string or APSW Connection object')
        if detect_types:
            raise NotSupportedError('detect_types is not here: convert the values that you fetch')
        self._path = None
        # The bytes at some moment; last_insert_rowid(), changes() and total_changes() then; the statements since.
        self._database = ['', (0, 0, 0)]
        # The file as it was seen last, and how many statements of the list above are in it.
        self._seen = ''
        self._kept = 2
        self._rowid = self._changes = 0
        self._is_open = True
        self._in_transaction = False
        self._has_read = False
        self._rollbacks = 0
        self.total_changes = 0
        self.row_factory = None
        self.text_factory = unicode
        self.isolation_level = isolation_level
        if database not in ('', ':memory:'):
            self._path = _files.absolute(database)
            folder = self._path[:self._path.rfind('/')] or '/'
            if _files.look(self._path) == () or _files.look(folder) != ():
                raise OperationalError('unable to open database file')

    def _get_level(self):
        return self._level

    def _set_level(self, level):
        if level is None:
            if self._in_transaction:
                self.commit()
        elif not isinstance(level, basestring):
            raise TypeError('isolation_level must be a string or None')
        self._level = level

    isolation_level = property(_get_level, _set_level)

    def cursor(self, factory=None):
        self._check()
        cursor = (factory or Cursor)(self)
        if self.row_factory is not None:
            cursor.row_factory = self.row_factory
        return cursor

    def execute(self, sql, parameters=()):
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql, parameters):
        return self.cursor().executemany(sql, parameters)

    def executescript(self, script):
        return self.cursor().executescript(script)

    def commit(self):
        self._check()
        if self._in_transaction:
            self._visit('COMMIT')
            self._run('COMMIT')

    def rollback(self):
        self._check()
        if self._in_transaction:
            self._visit('ROLLBACK')
            self._rollbacks += 1
            self._run('ROLLBACK')

    def close(self):
        """What was not committed is lost."""
        if self._in_transaction:
            self._visit('close')
        self._is_open = self._in_transaction = False
        self._database[:] = ['', (0, 0, 0)]
        if self._path is not None:
            _files.release(self._path, self._database)

    def interrupt(self):
        self._check()

    def create_function(self, *arguments):
        raise NotSupportedError('SQL calls no Python functions here')

    create_aggregate = create_collation = set_authorizer = set_progress_handler = create_function

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, type, value, traceback):
        if type is None:
            self.commit()
        else:
            self.rollback()
        return False

    def _check(self):
        if not self._is_open:
            raise ProgrammingError('Cannot operate on a closed database.')

    def _visit(self, sql):
        """Here a race may switch to another request: what follows is one operation on the file."""
        if self._path is not None:
            _sqlite3.visit(self._path, sql)

    def _run(self, sql, parameters=(), script=False):
        """One call of SQLite, with what it means for the file: (columns, rows, changes)."""
        word = _first_word(sql)
        if 'heap_limit' in sql.lower():
            raise OperationalError('the memory of SQLite is shared by all pages here and has its limit')
        if self._path is not None:
            self._prepare_file(sql, word, script)
        code, message, columns, rows, changes, all_changes, self._in_transaction, self._rowid = _sqlite3.run(
            self._database, sql, parameters, script)
        self.total_changes += all_changes
        self._changes = changes
        self._has_read = self._in_transaction and (self._has_read or columns is not None)
        if not self._in_transaction:
            self._settle()
        if code:
            if code == 1000:
                raise Warning('You can only execute one statement at a time.')
            raise _errors.get(code & 255, DatabaseError)(message)
        return columns, rows, changes

    def _prepare_file(self, sql, word, script):
        """Outside a transaction, looks what the file holds now; before writing, has it alone."""
        found = _files.look(self._path)
        content = found[0] if found else ''
        is_late = self._in_transaction and content != self._seen
        if not self._in_transaction:
            self._reload(content)
        elif is_late and not self._has_read:
            # Begun before another was done, but nothing had been read yet.
            _sqlite3.run(self._database, 'ROLLBACK', (), False)
            self._reload(content)
            _sqlite3.run(self._database, 'BEGIN', (), False)
            is_late = False
        if not script and word not in _writing and not (word == 'begin' and len(sql.split()) > 1 and
                                                        sql.split()[1].lower() in ('immediate', 'exclusive')):
            return
        if is_late or _files.hold(self._path, self._database):
            raise OperationalError('database is locked')

    def _reload(self, content):
        if content != self._seen:
            self._seen = content
            self._begin_from(content)

    def _settle(self):
        """No transaction is open: what was done goes to the file; a long list of statements becomes bytes."""
        done = len(self._database) - self._kept
        if self._path is not None:
            if done:
                self._write_file()
            _files.release(self._path, self._database)
        elif done > 60 and not self._has_temporary():
            self._begin_from(_sqlite3.bytes(self._database))

    def _write_file(self):
        content = _sqlite3.bytes(self._database)
        if content != self._seen:
            errno = _files.write(self._path, content)
            if errno:
                self._begin_from(self._seen)
                raise OperationalError('disk I/O error: ' + _files.strerror(errno))
            self._seen = content
        if self._has_temporary():
            self._kept = len(self._database)
        else:
            self._begin_from(content)

    def _begin_from(self, content):
        """The database is `content`. What was set by PRAGMA stays."""
        kept = [call for call in self._database[2:] if _first_word(call[0]) == 'pragma']
        self._database[:] = [content, (self._rowid, self._changes, self.total_changes)] + kept
        self._kept = len(self._database)

    def _has_temporary(self):
        for call in self._database[2:]:
            if 'temp' in call[0].lower():
                return True
        return False


class Cursor(object):
    """A query and its rows."""

    def __init__(self, connection):
        self.connection = connection
        self.description = self.lastrowid = self.row_factory = None
        self.rowcount = -1
        self.arraysize = 1
        self._is_open = True
        self._rollbacks = connection._rollbacks
        # Row by row, those that were fetched are forgotten.
        self._rows = []

    def execute(self, sql, parameters=()):
        self._execute(sql, [parameters], False)
        return self

    def executemany(self, sql, parameters):
        self._execute(sql, parameters, True)
        return self

    def executescript(self, script):
        self._check()
        if not isinstance(script, basestring):
            raise ValueError('script argument must be unicode or string.')
        self.connection.commit()
        self.connection._visit(script)
        self.connection._run(script, (), True)
        return self

    def _execute(self, sql, parameters, many):
        self._check()
        if not isinstance(sql, basestring):
            raise ValueError('operation parameter must be str or unicode')
        connection = self.connection
        kind = _first_word(sql)
        self.description = self.lastrowid = None
        self.rowcount = -1
        self._rows = []
        self._rollbacks = connection._rollbacks
        has_level = connection._level is not None
        if has_level and kind != 'select' and kind not in _changing and connection._in_transaction:
            connection.commit()
        connection._visit(sql)
        if has_level and kind in _changing and not connection._in_transaction:
            connection._run('BEGIN ' + connection._level)
        if many and kind == 'select':
            raise ProgrammingError('You cannot execute SELECT statements in executemany().')
        if kind in _changing:
            self.rowcount = 0
        names = _sqlite3.parameters(sql)
        for each in parameters:
            columns, rows, changes = connection._run(sql, _bind(names, each, connection.text_factory))
            if kind in _changing:
                self.rowcount += changes
            if columns is not None and (rows or kind == 'select'):
                self.description = tuple([(_column_name(name),) + (None,) * 6 for name in columns])
            rows.reverse()
            self._rows = rows
        if kind == 'insert' and not many:
            self.lastrowid = connection._rowid

    def fetchone(self):
        for row in self:
            return row

    def fetchmany(self, size=None):
        rows = []
        for _ in range(self.arraysize if size is None else size):
            row = self.fetchone()
            if row is None:
                break
            rows.append(row)
        return rows

    def fetchall(self):
        return list(self)

    def __iter__(self):
        return self

    def next(self):
        self._check()
        if self._rollbacks != self.connection._rollbacks:
            raise InterfaceError('Cursor needed to be reset because of commit/rollback and can no longer be fetched'
                                 ' from.')
        if not self._rows:
            raise StopIteration
        row = tuple([self._value(value) for value in self._rows.pop()])
        return row if self.row_factory is None else self.row_factory(self, row)

    def _value(self, value):
        if type(value) is unicode:
            factory = self.connection.text_factory
            return value if factory is unicode else factory(value.encode('utf-8'))
        return buffer(value) if type(value) is str else value

    def close(self):
        self.connection._check()
        self._rows = []
        self._is_open = False

    def setinputsizes(self, sizes):
        pass

    def setoutputsize(self, size, column=None):
        pass

    def _check(self):
        if not self._is_open:
            raise ProgrammingError('Cannot operate on a closed cursor.')
        self.connection._check()


class Row(object):
    """A row whose values are found by the names of the columns too: for `row_factory`."""

    def __init__(self, cursor, row):
        self._names = [column[0] for column in cursor.description]
        self._row = row

    def keys(self):
        return self._names

    def __len__(self):
        return len(self._row)

    def __iter__(self):
        return iter(self._row)

    def __getitem__(self, key):
        if isinstance(key, (int, long)):
            return self._row[key]
        if isinstance(key, slice):
            raise ValueError('slices not implemented, yet')
        if not isinstance(key, str):
            raise IndexError('Index must be int or string')
        for at, name in enumerate(self._names):
            if name.lower() == key.lower():
                return self._row[at]
        raise IndexError('No item with that key')

    def __eq__(self, other):
        return isinstance(other, Row) and (self._names, self._row) == (other._names, other._row)

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash((tuple(self._names), self._row))


def _first_word(sql):
    """What kind of statement it is. As in CPython 2.7, a comment before it hides that."""
    end = start = len(sql) - len(sql.lstrip(' \t\r\n'))
    while end < len(sql) and sql[end].isalpha():
        end += 1
    return sql[start:end].lower()


def _column_name(name):
    at = name.find('[')
    return name if at < 0 else name[:at].rstrip(' ')


def _bind(names, parameters, text_factory):
    """The values of a statement's parameters, in order."""
    if isinstance(parameters, dict) or not hasattr(parameters, '__getitem__'):
        if not hasattr(parameters, '__getitem__'):
            raise ValueError('parameters are of unsupported type')
        values = [_named(at, name, parameters) for at, name in enumerate(names)]
    else:
        values = list(parameters)
        if len(values) != len(names):
            raise ProgrammingError('Incorrect number of bindings supplied. The current statement uses %d, and there '
                                   'are %d supplied.' % (len(names), len(values)))
        names = None
    return [_adapted(value, ':' + names[at] if names else at, text_factory) for at, value in enumerate(values)]


def _named(at, name, parameters):
    if name is None:
        raise ProgrammingError('Binding %d has no name, but you supplied a dictionary (which has only names).'
                               % (at + 1))
    try:
        return parameters[name]
    except LookupError:
        raise ProgrammingError('You did not supply a value for binding %d.' % (at + 1))


def _adapted(value, place, text_factory):
    """A value that SQLite knows."""
    if type(value) in adapters:
        value = adapters[type(value)](value)
    elif hasattr(value, '__conform__'):
        value = value.__conform__(PrepareProtocol)
    if value is None:
        return value
    if isinstance(value, (int, long)):
        if not -2 ** 63 <= value < 2 ** 63:
            raise OverflowError('Python int too large to convert to SQLite INTEGER')
        return int(value)
    if isinstance(value, float):
        return float(value)
    if isinstance(value, unicode):
        return unicode(value)
    if isinstance(value, str):
        if text_factory is unicode or text_factory is OptimizedUnicode:
            for c in value:
                if c > '\x7f':
                    raise ProgrammingError(_eight_bit)
        return str(value)
    if isinstance(value, buffer):
        return (str(value),)
    raise InterfaceError('Error binding parameter %s - probably unsupported type.' % place)


_eight_bit = (
    'You must not use 8-bit bytestrings unless you use a text_factory that can interpret 8-bit bytestrings (like '
    'text_factory = str). It is highly recommended that you instead just switch your application to Unicode strings.')

for _type in (Warning, Error, InterfaceError, DatabaseError, InternalError, OperationalError, ProgrammingError,
              IntegrityError, DataError, NotSupportedError):
    setattr(Connection, _type.__name__, _type)

# Shown by the names that CPython's types have.
for _type in Connection, Cursor, Row:
    _type.__name__ = 'sqlite3.' + _type.__name__
    _type.__module__ = '__builtin__'
