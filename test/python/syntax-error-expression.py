# An expression that stops in the middle.
print "never printed"
x = 1 +
