"""An old-style instance has nothing of `object`: no `__repr__`, no `__format__` of its own, and its refusals count as absence."""
class Old:
    def __getattr__(self, name):
        raise AttributeError('refused ' + name)
class Plain:
    def __repr__(self): return '<plain>'
    def __eq__(self, other):
        print 'eq'
        return NotImplemented
print hasattr(Old(), '__repr__'), hasattr(Plain(), '__hash__'), hasattr(Plain(), '__repr__')
print callable(Old()), '{0:>9}|{0}'.format(Plain()), format(Plain())
print Plain() < 3, 3 < Plain(), Plain() > True, Plain() < 'a', None < Plain()
p = Plain()
print p == p
for call in (Old(), lambda: format(Plain(), '.1f'), lambda: pow(Plain(), 2, 3), lambda: '%f' % Old(), lambda: list(reversed(Old()))):
    try:
        print call()
    except (AttributeError, TypeError, ValueError) as error:
        print type(error).__name__, error
print Plain().__format__
