# The Python of the manual's example, with an object standing for the session.
class SessionObject(object):
    def close(self):
        self.__dict__.clear()
stored = SessionObject()
def Session():
    return stored
_monnom, _prenom = 'Dupont', 'Jean'
sessionObj = Session()
sessionObj.nom = _monnom
sessionObj.prenom = _prenom
print sessionObj.nom
session = Session()
print session.prenom
session.close()
session = Session()
print session.prenom
