# divmod() and operators in place where old-style instances are coerced, refuse, or have no method.
def told(f, *arguments):
    try:
        print f(*arguments),
    except Exception, e:
        print type(e).__name__, e,


class Coerced:
    def __repr__(self): return 'Coerced()'
    def __coerce__(self, other):
        print 'coerce',
        return 5, 3
    def __divmod__(self, other): return 'never asked'
class Back:
    def __repr__(self): return 'Back()'
    def __rdivmod__(self, other): return 'back', other
class Unsure:
    def __repr__(self): return 'Unsure()'
    def __coerce__(self, other): return None
    def __divmod__(self, other): return NotImplemented
class Half:
    def __repr__(self): return 'Half()'
    def __coerce__(self, other): return self, 3
    def __rdivmod__(self, other): return 'half', other
    def __divmod__(self, other): return 'whole', other
class Silent:
    def __getattr__(self, name):
        if name != '__repr__': print name,
        raise AttributeError(name)
    def __repr__(self): return 'Silent()'
class Loud:
    def __getattr__(self, name):
        raise ValueError(name)
class New(object):
    def __coerce__(self, other): return 5, 3
    def __divmod__(self, other): return 'new', type(other).__name__
    def __rdivmod__(self, other): return 'new back', type(other).__name__
class Refusing(object):
    def __repr__(self): return 'Refusing()'
    def __divmod__(self, other): return NotImplemented
class Under(Refusing):
    def __rdivmod__(self, other): return 'under', type(other).__name__
class Number(int):
    def __rdivmod__(self, other): return 'number', type(other).__name__


import operator
kinds = Coerced, Back, Unsure, Half, Silent, Loud, New, Refusing, Under, Number, int, float, str
for kind in kinds:
    for other in kinds:
        print kind.__name__, other.__name__,
        told(divmod, kind(), other())
        print
for operation in operator.add, operator.mod, pow, operator.iadd, operator.ilshift:
    for kind in Coerced, Unsure, Half, Silent, int:
        for other in Coerced, Unsure, Half, Silent, int:
            told(operation, kind(), other())
        print
