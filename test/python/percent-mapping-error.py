"""With a key in brackets a value is used once: what follows without a key finds none."""
print '%(a)s %(b)5.1f %(a)r' % {'a': 'x', 'b': 2}, '%s %(a)s' % {'a': 1}
print '%(a)s and %s' % {'a': 1}
