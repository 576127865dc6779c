# A database in a file: two connections, what each sees, and the lock.
import os
import sqlite3
name = 'sqlite-files.tmp'


def attempt(f, *args):
    try:
        return f(*args)
    except Exception, e:
        print type(e).__name__, e


def rows(db):
    return [x for x, in db.execute('select x from t order by x')]


a = sqlite3.connect(name, timeout=0)
a.execute('create table t(x)')
b = sqlite3.connect(name, timeout=0)
a.execute('insert into t values (1)')
print rows(a), rows(b)
attempt(b.execute, 'insert into t values (2)')
attempt(b.execute, 'create table u(x)')
attempt(b.execute, 'begin immediate')
a.commit()
print rows(b)
b.execute('insert into t values (3)')
attempt(a.execute, 'delete from t')
b.commit()
print rows(a), a.total_changes, b.total_changes
a.rollback()

a.execute('insert into t values (4)')
a.close()
print rows(b), open(name, 'rb').read(15)
b.execute('update t set x = x + 10')
b.rollback()
print rows(b)
b.close()

c = sqlite3.connect(name)
print rows(c), c.execute('select name, type from sqlite_master').fetchall()
c.close()
os.remove(name)
attempt(sqlite3.connect, 'nowhere/' + name)
attempt(sqlite3.connect, 5)
open(name, 'w').write('This is not a database, but a text that is long enough to be mistaken for one by SQLite.' * 20)
try:
    sqlite3.connect(name).execute('select * from t')
finally:
    os.remove(name)
