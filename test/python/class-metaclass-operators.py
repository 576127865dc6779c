# A class answers to operators through its metaclass.
class Meta(type):
    count = 0
    def __new__(m, name, bases, d):
        d['tag'] = name.lower()
        return super(Meta, m).__new__(m, name, bases, d)
    def __init__(c, name, bases, d):
        super(Meta, c).__init__(name, bases, d)
        Meta.count += 1
    def __call__(c, *a, **k):
        o = super(Meta, c).__call__(*a, **k); o.made = True; return o
    def __getattr__(c, n): return 'meta ' + n
    def __iter__(c): return iter([c.tag, 1])
    def __len__(c): return 3
    def __contains__(c, x): return x == 1
    def __getitem__(c, k): return k
    def __repr__(c): return '<Meta %s>' % c.__name__
    def __eq__(c, o): return True
    def __hash__(c): return 1
    def __add__(c, o): return 'add'
    def __nonzero__(c): return False
    def __lt__(c, o): return 'lt'
    def __instancecheck__(c, o): return o == 5
    def meth(c): return c.tag
class X(object):
    __metaclass__ = Meta
    def __init__(s, v): s.v = v
class Y(X): pass
x = X(1); print x.tag, x.made, x.v, X.foo, list(X), len(X), 1 in X, X['k'], X, X == 3, X + 1, bool(X), X < 2, Meta.count, Y.tag, isinstance(5, X), isinstance('a', X), Y.meth(), type(Y), {X: 1}
try: x.foo
except AttributeError, e: print e
try: x.meth
except AttributeError, e: print e
def fn(name, bases, d): d['made_by'] = 'fn'; return type(name, bases, d)
class Z: __metaclass__ = fn
print Z.made_by, Z.__class__
class W(Z): pass
print W.made_by, type(W)
class V(object):
    class __metaclass__(type):
        def hi(c): return 'hi ' + c.__name__
print V.hi()
M2 = type('M2', (type,), {'attr': 5}); K = M2('K', (), {}); print K.attr, K, type(K), hasattr(K(), 'attr')
print V.missing
