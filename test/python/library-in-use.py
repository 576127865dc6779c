# The standard modules written in Python, in use: classes derived from theirs, copies, iterators half read.
import collections, copy, itertools, json, math, os.path, random, string, sys, time
from collections import *
from itertools import *
random.seed(9)
x = range(10)
random.shuffle(x); print x
s = random.getstate(); a = random.random(); random.setstate(s); print a == random.random()
it = islice(count(), 3); print it.next(), list(it), list(it)
a, b = tee(iter('xyz')); print a.next(), list(b), list(a)
class Enc(json.JSONEncoder):
    def default(self, o): return sorted(o) if isinstance(o, set) else json.JSONEncoder.default(self, o)
print json.dumps({'s': set([2, 1])}, cls=Enc)
try: json.dumps(1j, cls=Enc)
except TypeError, e: print e
x = []; x.append(x)
try: json.dumps(x)
except ValueError, e: print e
class A(object):
    def __init__(self): self.x = [1]
    def __getstate__(self): return {'x': self.x, 'z': 1}
class B(list): pass
class C(dict):
    pass
class D(object):
    __slots__ = ['p', 'q']
class E:
    def __init__(self, a): self.a = a
    def __getinitargs__(self): return (self.a,)
class F(int): pass
class G(tuple): pass
class H(object):
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep'
a = A(); b = copy.copy(a); print b.x is a.x, b.z, copy.deepcopy(a).x is a.x
b = B([1, [2]]); b.k = [3]; c = copy.copy(b); d = copy.deepcopy(b); print c, c.k is b.k, d, d[1] is b[1], d.k is b.k, type(d)
c = C(a=[1]); c.k = c; d = copy.deepcopy(c); print d, d.k is d, d['a'] is c['a']
d = D(); d.p = [1]; e = copy.copy(d); f = copy.deepcopy(d); print e.p is d.p, f.p, f.p is d.p, hasattr(f, 'q')
print copy.copy(E([1])).a, copy.deepcopy(E([1])).a, type(copy.copy(F(5))), copy.deepcopy(F(5)) + 1, copy.deepcopy(G([1, [2]])), type(copy.copy(G([1]))), copy.copy(H()), copy.deepcopy([H()])
t1 = ([],); t1[0].append(t1); t2 = copy.deepcopy(t1); print t2[0][0] is t2
class Pt(namedtuple('Pt', 'x y')):
    def norm(self): return math.hypot(*self)
print Pt(3, 4), Pt(3, 4).norm(), Pt(3, 4)._replace(x=0), Pt.__module__, Pt.__bases__[0].__module__
class DD(defaultdict): pass
print DD(int)['a'], DD(int, {'b': 1})
class Cn(Counter): pass
c = Cn('abca'); c.update({'a': 5}); c.update(b=2); c.subtract('a'); del c['zz']; del c['c']; print c, c['nope'], c + c
q = deque(maxlen=3)
for i in range(5): q.append(i)
q.appendleft(9); print q, q.maxlen
q = deque([1, 2, 3]); q.append(q); print q
q += [5]; print len(q)
try:
    for i in q: q.append(1)
except RuntimeError, e: print e
for k, g in groupby([1, 1, 2, 3, 3], lambda x: x % 2): print k, list(g),
print
print string.Template('$who owes $$$amount').substitute({'who': 'Tim'}, amount=5)
from operator import itemgetter
print map(itemgetter('a'), [{'a': 1}, {'a': 2}]), os.path is sys.modules['os.path']
d = OrderedDict(); d['b'] = 1; d['a'] = 2; d['b'] = 3; print d, d.keys(); del d['b']; d['b'] = 0; print d.items(), d.pop('zz', None), d
print time.strftime('%H', time.struct_time((2000, 1, 1, 7, 0, 0, 0, 1, 0)))
class Named(namedtuple('Base', 'first last')):
    def __new__(cls, text): return super(Named, cls).__new__(cls, *text.split())
    def __str__(self): return '%s, %s' % (self.last, self.first)
print Named('Ada Lovelace'), Named('Ada Lovelace')._asdict()
import types
for name in 'NoneType IntType StringTypes FunctionType GeneratorType CodeType ClassType InstanceType MethodType ModuleType TracebackType FrameType EllipsisType XRangeType'.split():
    print name, getattr(types, name)
