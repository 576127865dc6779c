"""xrange takes machine words only."""
print xrange(10 ** 15)
print xrange(2 ** 70)
