# Mixing bytes beyond ASCII with unicode fails.
name = 'caf\xc3\xa9'
print len(name)
print u"Bonjour " + name
