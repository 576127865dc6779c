"""Splitting from both ends, edges with tuples, replacing nothing."""
print 'aaa'.rsplit('aa'), 'aaaa'.rsplit('aa', 1), 'aaa'.split('aa'), 'a,b,c'.rsplit(',', 1), ' a b c '.rsplit(None, 1)
print 'abc'.startswith((u'x', 'ab')), 'abc'.endswith(()), 'abc'.startswith('', 3), 'abc'.startswith('', 4)
print u'abc'.startswith('', 4), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), 'a-b-c'.rpartition('-')
print 'abc'.translate(u'x' * 256).__class__.__name__, 'hello'.translate(None, 'l'), 'a\tb'.expandtabs(4)
