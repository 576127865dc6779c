# A missing key and an unhashable key.
d = {'nom': 'Dupont', 3: None}
try:
    d['prenom']
except KeyError, e:
    print e, repr(e), e.args
try:
    d[[1]] = 2
except TypeError, e:
    print e
try:
    {{}: 1}
except TypeError, e:
    print e
try:
    for k in d:
        d[str(k) + "x"] = 1
except RuntimeError, e:
    print e
try:
    {}.popitem()
except KeyError, e:
    print e
print d[3]
print d[(1, u'\xe9')]
