# A name that does not exist, at module level, after output.
print "Bonjour",
print nom
