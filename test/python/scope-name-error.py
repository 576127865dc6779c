# A name that nothing defined.
print "start"
def greet():
    return "Bonjour " + prenom
print greet()
