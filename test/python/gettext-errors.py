"""What is no catalog and no plural form."""
import gettext
from StringIO import StringIO


def attempt(text):
    try:
        print text, '->', repr(eval(text))
    except Exception as error:
        print text, '->', type(error).__name__ + ':', error


for text in """gettext.translation('shop', '/nowhere', ['fr'])
gettext.GNUTranslations(StringIO('abcdefghijklmnopqrstuvwxyz0123456789'))
gettext.c2py('')
gettext.c2py('x')
gettext.c2py('n[0]')
gettext.c2py('(n')
gettext.c2py('n)')
gettext.c2py('n ? 1')
gettext.c2py('1 2')
gettext.c2py('n' * 1001)
gettext.c2py('n')('a')
gettext.c2py('n/0')(1)""".splitlines():
    attempt(text)
