"""unicode.translate takes numbers, None and unicode from its mapping."""
print repr(u'abcd'.translate({97: u'xyz', 98: None, 99: 8364})), repr(u'abc'.translate(u'x' * 99))
u'abc'.translate({97: 'x'})
