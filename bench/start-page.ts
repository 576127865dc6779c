/** The Python of the first page of the manual's example, as both machines run it, and what it must print. */
export const page = `
class SessionObject:
    pass
def Session():
    return SessionObject()
_monnom = 'Dupont'
_prenom = 'Jean'
print '<h3>Session</h3>'
sessionObj=Session()
sessionObj.nom=_monnom
sessionObj.prenom=_prenom
print sessionObj.nom
print '<a href="suiteEssaiSession.pih">Suivant...</a>'
`;

export const expected = '<h3>Session</h3>\nDupont\n<a href="suiteEssaiSession.pih">Suivant...</a>\n';
