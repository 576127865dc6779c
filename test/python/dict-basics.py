# Dictionaries: methods and views that do not show an order.
d = {'a': 1, 'b': 2}
d['c'] = 3
print sorted(d), sorted(d.items()), sorted(d.values()), len(d), 'a' in d, d.has_key('z'), d.get('z'), d.get('z', 0)
print d.pop('c'), d.pop('c', None), d.setdefault('e', []), sorted(d.keys())
d.update({'a': 10}, f=6)
print sorted(d.iteritems()), d == {'a': 10, 'b': 2, 'e': [], 'f': 6}
del d['b']
print sorted(d), dict([('x', 1), ('y', 2)]) == dict(x=1, y=2), {}, {1: 'one'}, d.copy() == d, d.copy() is d
print {1: 'int', 1.0: 'float', True: 'bool'}, {(1, 2): 3}[1, 2], dict.fromkeys(['k'], 0)
e = {}
e[1] = e[2] = 'same'
print sorted(e.items()), e.popitem()[1], len(e)
e.clear()
print e, bool(e), cmp({1: 1}, {1: 2}), {1: 1} < {1: 2}
