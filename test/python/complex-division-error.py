"""A complex number has no remainder by zero."""
print (5 + 2j) % 2
print (5 + 2j) % 0j
