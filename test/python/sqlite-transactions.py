# Transactions: what begins them, what ends them, and what is left.
import sqlite3

db = sqlite3.connect(':memory:')


def rows():
    return [x for x, in db.execute('select x from t order by x')]


def attempt(f, *args):
    try:
        return f(*args)
    except Exception, e:
        print type(e).__name__, e


print repr(db.isolation_level)
db.execute('create table t(x)')
db.execute('insert into t values (1)')
db.rollback()
print rows(),
db.execute('insert into t values (1)')
db.commit()
db.execute('update t set x = 2')
print rows(),
db.rollback()
print rows(), db.commit(), db.rollback()

# Anything but SELECT and changes commits first.
db.execute('insert into t values (3)')
db.execute('create table u(x)')
db.rollback()
print rows()
attempt(db.execute, 'commit')
attempt(db.execute, 'rollback')

with db:
    db.execute('insert into t values (4)')
db.rollback()
print rows(),
try:
    with db:
        db.execute('insert into t values (5)')
        raise KeyError('x')
except KeyError:
    print rows()

cursor = db.execute('select x from t')
db.execute('insert into t values (6)')
print cursor.fetchone(),
db.rollback()
attempt(cursor.fetchone)

db.isolation_level = None
print db.isolation_level
db.execute('insert into t values (7)')
db.rollback()
print rows()
db.execute('begin')
db.execute('insert into t values (8)')
db.execute('savepoint a')
db.execute('delete from t')
db.execute('rollback to a')
db.execute('rollback')
print rows()
db.isolation_level = 'IMMEDIATE'
db.execute('delete from t')
db.executescript('insert into t values (9)')
db.rollback()
print rows(), db.total_changes

db.execute('insert into t values (10)')
attempt(db.execute, 'insert into nowhere values (1)')
print rows(),
db.rollback()
print rows()

cursor.close()
attempt(cursor.fetchone)
attempt(cursor.execute, 'select 1')
db.close()
attempt(db.cursor)
attempt(db.commit)
print db.close()
db.execute('select 1')
