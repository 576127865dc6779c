# An encoding that nobody knows, and an error handler.
import codecs
def star(error):
    return u'*' * (error.end - error.start), error.end
codecs.register_error('star', star)
print u'a\xe9\xe8b'.encode('ascii', 'star'), repr('a\xe9b'.decode('ascii', 'star')), codecs.lookup_error('star') is star
for f, args in ((codecs.lookup_error, ('no',)), (codecs.register_error, ('x', 1)), (codecs.lookup, (5,)), (codecs.register, (1,)), (u'\xe9'.encode, ('ascii', 'no'))):
    try:
        f(*args)
    except (LookupError, TypeError), e:
        print type(e).__name__, e
try:
    codecs.lookup('klingon')
except LookupError, e:
    problem = e
raise problem
