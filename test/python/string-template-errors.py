# string.Template and the older functions of string: what they refuse.
import string
from string import Template


def show(work):
    try:
        print repr(work())
    except Exception as error:
        print type(error).__name__, error


for text in ('$a ${b} $$', '$c', '${a', '$', '$1', 'two\nlines $ ', '${}', '$a$b', '$A_1'):
    show(lambda: Template(text).substitute({'a': 1}, b='B'))
    show(lambda: Template(text).safe_substitute({'a': u'\xe9', 'A_1': None}))
show(lambda: Template('$a').substitute())
show(lambda: Template('$a').substitute(1, 2))
show(lambda: Template(5).substitute())
show(lambda: string.capwords('  the  quick fox '))
show(lambda: string.capwords('a-b-c', '-'))
show(lambda: string.maketrans('ab', 'x'))
show(lambda: string.maketrans('ab', 5))
show(lambda: string.translate('banana', string.maketrans('an', 'on'), 'b'))
show(lambda: string.atoi('12', 5))
show(lambda: string.atoi('z'))
show(lambda: string.zfill(-7, 5))
show(lambda: string.join(['a', 1]))
show(lambda: string.letters + string.digits)
string.atof('one').real if False else Template.delimiter.no
