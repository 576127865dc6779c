# finally, with, loops and the ways out of them; unpacking.
# finally combos
def r1():
    try: return 1
    finally: print 'x'
def r2():
    try: return 1
    finally: return 2
def r3():
    for i in range(3):
        try: 
            if i == 1: break
        finally: print i
    else: print 'never'
    return i
def r4():
    while True:
        try:
            try: raise ValueError
            finally: break
        except: print 'no'
    return 'ok'
print r1(), r2(), r3(), r4()
# with
class M(object):
    def __enter__(self): print 'in'; return 1
    def __exit__(self, t, v, tb): print 'out', t and t.__name__; return t is ValueError
def w():
    with M() as m:
        return m
print w()
for i in range(2):
    with M(): continue
with M(): raise ValueError
try:
    with M(): raise KeyError
except KeyError: print 'KE'
with M() as a, M() as bb: print a, bb
try:
    with 1: pass
except AttributeError, e: print e
# unpack
for src in ('a, b = 1,', 'a, b = 1, 2, 3', 'a, b = 5', 'a, b = "xyz"', '(a, b), c = (1, 2), 3', 'a, b = iter([1])'):
    try: exec src; print a, b
    except Exception, e: print type(e).__name__, e
