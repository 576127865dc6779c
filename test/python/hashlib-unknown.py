# A hash that there is not; and what cannot be hashed.
import hashlib
for f, args in ((hashlib.md5, (5,)), (hashlib.md5, ('a', 'b')), (hashlib.md5().update, ()), (hashlib.md5().update, (None,)), (hashlib.new, (1,))):
    try:
        f(*args)
    except TypeError, e:
        print e
try:
    hashlib.new('md6')
except ValueError, e:
    problem = e
raise problem
