# A block is missing.
if True:
print "not indented"
