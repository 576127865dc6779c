# A name missing from the mapping of %.
print "%(nom)s %(prenom)s" % {'nom': 'Dupont'}
