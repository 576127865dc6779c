# Values on their way in and out, and parameters that do not fit.
import sqlite3

db = sqlite3.connect(':memory:')
db.execute('create table t(x)')


def there_and_back(value):
    db.execute('delete from t')
    db.execute('insert into t values (?)', (value,))
    x, kind = db.execute('select x, typeof(x) from t').fetchone()
    return x, str(kind)


class Number(int):
    pass


class Point(object):
    def __conform__(self, protocol):
        return '1;2'


for value in (None, 0, -1, True, 2 ** 31, 2 ** 53 + 1, -2 ** 63, 2 ** 63 - 1, 10L, 1.5, 1.0, 1e300, '', 'abc', 'a\0b',
              u'\xe9\u20ac', Number(7), Point()):
    print there_and_back(value),
print
blob, kind = there_and_back(sqlite3.Binary('\x00\xffabc'))
print kind, len(blob), repr(str(blob)), repr(blob[1])


def attempt(*args):
    try:
        print db.execute(*args).fetchall()
    except Exception, e:
        print type(e).__name__, e


attempt('select ?1, ?2, ?1', ('a', 'b'))
attempt('select :a, :b, :a', {'a': 1, 'b': 2, 'c': 3})
attempt('select :a, @b, $c', (1, 2, 3))
attempt("select '?', \"a\", ':b', ? -- ?", [4])
attempt('select ?', 'x')
attempt('select ?', 3)
attempt('select ?', ())
attempt('select ?', (1, 2))
attempt('select ?', {'a': 1})
attempt('select :a', {'b': 1})
attempt('select ?', (object(),))
attempt('select ?, ?', (1, []))
attempt('select :a', {'a': []})
attempt('select ?', ('\xc3\xa9',))
attempt('select ?', (2 ** 63,))
attempt('selec 1')
attempt('select 1; select 2')
attempt('select 1; -- that is all\n ;')
attempt(3)
attempt('select nix from t')
attempt('insert into t values (1, 2)')
db.execute('create table k(a integer primary key, b unique, c not null, check (a < 10))')
attempt('insert into k values (1, 1, 1)')
attempt('insert into k values (1, 2, 1)')
attempt('insert into k values (2, 1, 1)')
attempt('insert into k values (3, 3, null)')
attempt('insert into k values (11, 3, 1)')
attempt("insert into k values ('x', 3, 1)")
for error in (sqlite3.Warning, sqlite3.InterfaceError, sqlite3.InternalError, sqlite3.OperationalError, sqlite3.DataError,
              sqlite3.ProgrammingError, sqlite3.IntegrityError, sqlite3.NotSupportedError):
    print [cls.__name__ for cls in error.__mro__[:-3]], error
print db.Error is sqlite3.Error
db.executemany('insert into k values (?, ?, ?)', [(5, 5, 5), (5, 5, 5)])
