"""A byte format takes unicode values that are ASCII."""
print '{} {}'.format(u'abc', 5), repr(u'{}'.format('abc'))
print '{}'.format(u'caf\xe9')
