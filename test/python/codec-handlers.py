"""codecs.register_error and codecs.register: a program's own ways with text."""
import codecs


def count(error):
    return u'[%d]' % (error.end - error.start), error.end


def search(name):
    if name == 'loud':
        return (lambda text, errors='strict': (str(text).upper(), len(text)),
                lambda text, errors='strict': (unicode(text).lower(), len(text)), None, None)


codecs.register_error('count', count)
codecs.register(search)
print u'a\u20ac\u20acb'.encode('ascii', 'count'), repr('a\xff\xfeb'.decode('utf-8', 'count'))
print u'abc'.encode('loud'), 'abc'.encode('loud'), repr('ABC'.decode('loud'))
print codecs.lookup('UTF8').name, codecs.lookup_error('count') is count, codecs.getencoder('utf-8')(u'\xe9')
print codecs.lookup_error('replace')(UnicodeDecodeError('ascii', 'a', 0, 1, 'x')), repr(codecs.BOM_UTF8)
codecs.register_error('wrong', lambda error: 5)
for wrong in ("u'\\xe9'.encode('ascii', 'wrong')", "'\\xe9'.decode('ascii', 'none')", "codecs.lookup('nope')",
              "codecs.register_error('x', 5)", "'\\xe9'.decode('ascii', 'xmlcharrefreplace')"):
    try:
        print eval(wrong)
    except (TypeError, LookupError) as e:
        print type(e).__name__, e
