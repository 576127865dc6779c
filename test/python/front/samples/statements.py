"""Every statement, docstring first."""
a = 1
a = b = c, d = 1, 2
(a, b), [c, d] = e
[a, (b, c)] = d
a, = b
a.b = c[d] = e[f:g] = h
a += 1; a -= 2; a *= 3; a /= 4; a %= 5; a **= 6; a //= 7
a &= 1; a |= 2; a ^= 3; a <<= 4; a >>= 5
a.b += 1
a[b] -= 1
a[b:c] *= 2
a[b:] += c
a[:b] += c
a[:] += c
a[b, c] += 1
a[b:c:d] += 1
a += b, c
print
print a
print a,
print a, b
print (a), b,
print >>a
print >>a, b
print >>a, b, c,
print("a")
print ("a", "b") , "c"
del a
del a, b.c, d[e], f[g:h]
del (a, b), [c]
del a[b:c:d]
pass
import a
import a.b.c
import a as b, c.d as e, f
from a import b
from a import b as c, d
from a.b import (c, d as e,)
from . import a
from .. import b
from ...a.b import c
from a import *
exec a
exec a in b
exec a in b, c
exec(a, b)
exec(a, b, c)
exec(a)
exec "a" in {}
global g, h
g = 1
assert a
assert a, b
assert (a, b)
raise
raise a
raise a, b
raise a, b, c
if a: b
if a: b; c;
if a:
    b
elif c: d
elif e:
    f
else:
    g
if not (a and b or not c):
    d
while a:
    b
    if c: continue
    if d: break
else:
    e
while 1:
    a
    break
while 0: a
else: b
for a in b: c
for a, in b: c
for a, b in c:
    d
else:
    e
for (a, b), c in d, e: pass
for a.b in c: continue
try:
    a
except: b
try:
    a
except B:
    b
except C, c:
    d
except (D, E), d.e:
    f
except F as g:
    h
except:
    i
else:
    j
try:
    a
finally:
    b
try:
    a
except B:
    b
else:
    c
finally:
    d
for a in b:
    try:
        if a: continue
        else: break
    finally:
        c
for a in b:
    with c:
        break
for a in b:
    try:
        pass
    except:
        continue
with a: b
with a as b: c
with a as (b, c), d as e.f, g: h
with a, b:
    with c as d[e]:
        f
if 1: a
else: b
if 0: a
elif b: c
'not a docstring'
"expression", 1
1
