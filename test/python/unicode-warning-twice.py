# UnicodeWarning where the filters say something else: recorded, ignored, always.
# -*- coding: utf-8 -*-
import warnings


def compare():
    return 'caf\xc3\xa9' == u'caf\xe9'


with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    print compare(), compare(), 'caf\xc3\xa9' != u'caf\xe9'
    print [(each.category.__name__, str(each.message), each.lineno) for each in seen]
warnings.simplefilter('ignore', UnicodeWarning)
print compare()
warnings.simplefilter('always', UnicodeWarning)
for n in range(2):
    print compare()
print sorted(['b', u'a', 'c']), 'a' < u'b'
print 'caf\xc3\xa9' < u'caf\xe9'
