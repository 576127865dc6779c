# del of names, items, slices and attributes.
class C: pass
c = C()
c.a = c.b = 1
l = range(6)
d = {'a': 1, 'b': 2}
del c.a, l[0], l[1:3], d['a']
print c.__dict__, l, d
try:
    del c.a
except AttributeError, e:
    print e
try:
    del d['zz']
except KeyError, e:
    print e
try:
    del l[50]
except IndexError, e:
    print e
del nothing
