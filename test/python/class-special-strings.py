# __str__, __repr__ and __unicode__.
class A(object):
    def __str__(self): return "str"
    def __repr__(self): return "repr"
class B(object):
    def __repr__(self): return "only repr"
class C:
    def __str__(self): return "old str"
    def __unicode__(self): return u"old unicode"
print A(), [A()], repr(A()), str(A()), "%s %r" % (A(), A()), B(), str(B()), C(), repr(unicode(C())), `A()`
class Bad(object):
    def __str__(self): return 5
print Bad()
