# Tables, rows, cursors and what is known of them.
import sqlite3

db = sqlite3.connect(':memory:')
print type(db), sqlite3.version, sqlite3.apilevel, sqlite3.paramstyle, sqlite3.threadsafety
c = db.cursor()
print type(c), c.arraysize, c.rowcount, c.lastrowid, c.description, c.connection is db
print c.execute('create table t(a integer primary key, b text, c real)') is c, c.description, c.rowcount
print c.execute("insert into t values (1, 'eins', 1.0)").lastrowid, c.rowcount
print c.execute("insert into t(b) values (?)", ('zwei',)).lastrowid
print c.executemany('insert into t(b, c) values (?, ?)', [(u'dr\xe9i', 3), ('vier', 4.5)]).rowcount, c.lastrowid
print c.execute('select * from t order by a').fetchone(), c.rowcount
print c.description
print c.fetchmany(2), c.fetchmany(), c.fetchall(), c.fetchone()
for row in c.execute('select b, a * 2 as double from t where a > 2'):
    print row,
print [column[0] for column in c.description]
print c.execute('update t set c = 0').rowcount, c.execute('delete from t where a = 1').rowcount, db.total_changes
print c.execute('select count(*), sum(a), avg(a), max(b), group_concat(a), null, "x", 10 / 4, 10 / 4.0 from t').fetchall()
print c.execute('select 1 where 0').fetchall(), c.description
print c.execute('').fetchall(), c.description
print c.execute('select 1 as "a [b]"').description[0][0], c.execute(u'select "\xe9"').description[0][0] == '"\xc3\xa9"'
print db.execute('select upper(?) || length(?)', ('abc', u'\xe9t\xe9')).fetchone()[0]
print c.executescript('''
    create table u(x); -- a comment; with a semicolon
    insert into u values (';'); insert into u values ('b');
''') is c
print [x for x, in db.execute('select x from u')]
print db.execute('with recursive n(i) as (select 1 union all select i + 1 from n where i < 5) select i from n').fetchall()

db.row_factory = sqlite3.Row
row = db.execute('select a, b as Bee from t').fetchone()
print type(row), row.keys(), row['a'], row['bee'], row[0], row[-1], len(row), tuple(row), list(row), row == row
for key in 'zz', 5, u'a', 1.5, slice(1):
    try:
        print row[key]
    except (IndexError, ValueError), e:
        print type(e).__name__, e
db.row_factory = lambda cursor, row: dict(zip([column[0] for column in cursor.description], row))
print sorted(db.execute('select 1 as one, 2 as two').fetchone().items())
db.row_factory = None

db.text_factory = str
print db.execute('select ?, ?', (u'\xe9', '\xc3\xa9')).fetchall()
db.text_factory = sqlite3.OptimizedUnicode
print db.execute('select ?, ?', (u'\xe9', 'a')).fetchall()
db.text_factory = lambda bytes: bytes + '!'
print db.execute("select 'a', 1").fetchall()
db.execute('select * from nowhere')
