"""UserList and UserString, and classes derived from them."""
from UserList import UserList
from UserString import MutableString, UserString


class Loud(UserList):
    def append(self, item):
        print 'append', item
        UserList.append(self, item)


def attempt(call, *args):
    try:
        print repr(call(*args))
    except Exception as error:
        print '%s: %s' % (type(error).__name__, error)


x = UserList([3, 1, 2])
print x, len(x), x[0], x[-1], x[1:], type(x[1:]).__name__, 3 in x, x + [4], [0] + x, x * 2, 2 * x, x + (5,), sorted(x)
x.append(0)
x.extend(UserList([9]))
x.insert(0, 'first')
x += 'ab'
x[1:2] = ['s', 't']
del x[0]
x[0] = 'S'
print x, x.pop(), x.pop(0), x.index(9), x.count(1), list(reversed(x)), x == list(x), x < [1], cmp(x, x.data)
x.remove('t')
x.sort(reverse=True)
x.reverse()
print x, x.data, isinstance(x, list), UserList('abc'), UserList(x) is x, bool(UserList()), [1, 2] == UserList([1, 2])
loud = Loud()
loud.append(1)
print loud, loud + loud, type(loud + [1]).__name__
for call, args in [(x.remove, (99,)), (x.index, (99,)), (UserList().pop, ()), (hash, (x,)), (UserList, (3,)), (x.__getitem__, (99,))]:
    attempt(call, *args)

s = UserString('Hello')
print s, repr(s), len(s), s + ' you', 'oh ' + s, s * 2, s[0], s[1:3], type(s[1:3]).__name__, s.upper(), type(s.upper()).__name__, 'ell' in s
print s == 'Hello', s == UserString('Hello'), hash(s) == hash('Hello'), s < 'I', s.find('l'), s.count('l'), s.split('l'), s.replace('l', 'L'),
print s.startswith('He'), s.center(9, '*'), UserString('%s-%s') % (1, 2), int(UserString('42')), UserString(3.5), s.isalpha(), s.index('o')
print s.encode('hex'), list(s), s.join(['a', 'b']), s.strip('H'), UserString(u'caf\xe9').upper().data == u'CAF\xc9', str(s) is s.data
for call, args in [(s.index, ('z',)), (int, (s,)), (s.__getitem__, (99,)), (s.__setitem__, (0, 'x')) if hasattr(s, '__setitem__') else (len, (3,))]:
    attempt(call, *args)
m = MutableString('abc')
m[0] = 'X'
m[1:2] = 'yy'
m += '!'
del m[-1]
print m, type(m).__name__, m.immutable().__class__.__name__, m == 'Xyyc'
attempt(hash, m)
attempt(m.__setitem__, 99, 'x')
