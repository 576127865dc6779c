# int() and long() of instances of subclasses of numbers and texts: which of their methods each asks.
class C4(float):
    def __long__(self): return 7L
print int(C4('12')), long(C4('12'))
class C5(float):
    def __int__(self): return 5
print int(C5('12')), long(C5('12'))
class C6(float):
    def __trunc__(self): return 9
print int(C6('12')), long(C6('12'))
class C7(float):
    def __int__(self): return 5
    def __long__(self): return 7L
    def __trunc__(self): return 9
print int(C7('12')), long(C7('12'))
class D(object):
    def __long__(self): return 7L
    def __trunc__(self): return 9
print int(D()), long(D())
class D(object):
    def __int__(self): return 5
    def __trunc__(self): return 9
print int(D()), long(D())
class D:
    def __long__(self): return 7L
    def __trunc__(self): return 9
print int(D()), long(D())
class D:
    def __long__(self): return 7L
try: print int(D()), long(D())
except Exception, e: print e
class D(object):
    def __long__(self): return 7L
try: print int(D()), long(D())
except Exception, e: print e
class S(str):
    def __long__(self): return 7L
print int(S('12')), long(S('12'))
class S(long):
    def __long__(self): return 7L
print int(S('12')), long(S('12'))
class S(int):
    def __long__(self): return 7L
print int(S('12')), long(S('12'))
class S(int):
    def __int__(self): return 7
print int(S('12')), long(S('12'))
class S(complex):
    def __int__(self): return 7
print int(S('12')), long(S('12'))
class S(complex):
    def __long__(self): return 7
try: print long(S('12'))
except Exception, e: print e
try: print int(S('12'))
except Exception, e: print e
