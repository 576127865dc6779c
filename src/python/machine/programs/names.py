# Closures, globals, exec and eval, imports; the errors of names without a value.
import sys
# closures
def counter():
    n = [0]
    def inc(): n[0] += 1; return n[0]
    return inc
c = counter(); c(); print c()
def unb():
    def q(): return zz
    try: q()
    except NameError, e: print e
    zz = 1
unb()
def unb2():
    try: print loc
    except UnboundLocalError, e: print e
    loc = 1
unb2()
try: print undefined_thing
except NameError, e: print e
def ge():
    try: undefined_g
    except NameError, e: print e
ge()
# exec
ns = {}
exec 'x = 5\ndef ff(): return x' in ns
print ns['ff'](), sorted(ns)
def ex():
    y = 1
    exec 'y = 2; zq = 3'
    return y, zq
print ex()
print eval('x + 1', {'x': 2}), eval('y', {}, {'y': 3})
exec compile('print "compiled"', '<c>', 'exec')
try: exec 5
except TypeError, e: print e
try: exec 'x' in 5
except TypeError, e: print e
global_x = 1
def setg():
    global global_x
    global_x = 2
setg(); print global_x; del global_x
try: global_x
except NameError, e: print e
try: del nope
except NameError, e: print e
import sys as s2; print s2 is sys
try: from sys import nope
except ImportError, e: print e
try: import nope.x
except ImportError, e: print e
assert 1, 'no'
try: assert 0, 'yes'
except AssertionError, e: print e
