"""A str is walked by its indexes: it has no __iter__ of its own."""
print list('ab'), hasattr('ab', '__iter__'), hasattr(u'ab', '__iter__'), hasattr(('a',), '__iter__')
print 'ab'.__iter__
