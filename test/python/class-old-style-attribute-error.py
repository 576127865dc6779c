# A missing attribute of an old-style instance and of an old-style class.
class Visitor:
    pass
v = Visitor()
v.nom = "Dupont"
print v.nom
try:
    Visitor.nom
except AttributeError, e:
    print e
print v.prenom
