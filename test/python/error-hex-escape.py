# A \x escape without two digits is a ValueError without a place.
print "never printed"
x = "\x1"
