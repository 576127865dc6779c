# -*- coding: utf-8 -*-
"""Prints what CPython 2.7 says about programs it refuses.

Usage: python2.7 syntax-errors.py > syntax-errors.json

Each program is written to a file first, because for errors found after parsing CPython reads the offending line from
the file. `text` is given without its newline.
"""
import json
import os
import sys
import tempfile
import warnings

PROGRAMS = r'''
x = (1,
@@
x
x = (1,
@@
if 1:
@@
x
if 1:
@@
if 1:
x
@@
def f(
@@
x = "abc
@@
x
x = 'it's
@@
x
x = """abc

@@
x = 1
y = """abc
d
@@
  x
@@
if 1:
  x
 y
@@
if x:
    a

    b
   c
@@
1 = 2
@@
x
f() = 2
@@
(a, 1) = 2
@@
[a, b()] = 2
@@
a + 1 = 2
@@
None = 1
@@
x = None = 1
@@
__debug__ = 1
@@
a.None = 1
@@
None += 1
@@
x = y
del f()
@@
del 1
@@
del a + b
@@
del ()
@@
del a, (b, 2)
@@
() = 1
@@
f() += 1
@@
(a, b) += 1
@@
1 += 1
@@
x = y = 1 += 2
@@
x if y else z = 1
@@
not a = 1
@@
a < b = 1
@@
lambda: 1 = 2
@@
`a` = 1
@@
{1: 2} = 3
@@
{1} = 3
@@
[a for a in b] = 1
@@
(a for a in b) = 1
@@
{a for a in b} = 1
@@
{a: 1 for a in b} = 1
@@
"a" = 1
@@
-x = 1
@@
a ** b = 1
@@
a and b = 1
@@
def f():
    (yield) = 1
@@
def f():
    a = yield = 1
@@
a, b = 1, 2 = c
@@
for 1 in x: pass
@@
for f() in x: pass
@@
[1 for 1 in x]
@@
with a as 1: pass
@@
try:
    pass
except E, 1:
    pass
@@
import None
@@
import a as None
@@
from a import None
@@
from a import b as None
@@
def None(): pass
@@
class None: pass
@@
def f(None): pass
@@
def f(*None): pass
@@
def f(**None): pass
@@
f(None=1)
@@
f(__debug__=1)
@@
return
@@
if x:
    return 1
@@
class A:
    return 1
@@
yield 1
@@
class A:
    yield 1
@@
x = (yield)
@@
[(yield) for x in y]
@@
def f():
    yield 1
    return 2
@@
def f():
    return 1
    yield
@@
break
@@
if x:
    break
@@
for x in y: pass
else: break
@@
while 1:
    def f():
        break
@@
continue
@@
with a: continue
@@
while 1: continue
else: continue
@@
try:
    pass
except:
    continue
@@
for x in y:
    try:
        pass
    finally:
        continue
@@
for x in y:
    try: pass
    finally:
        with a: continue
@@
for x in y:
    try: pass
    finally:
        for z in x: pass
        else: continue
@@
for x in y:
    try: pass
    finally:
        if 1: continue
@@
def f(a=1, b): pass
@@
def f((a)=1, b): pass
@@
def f((a)=1): pass
@@
lambda a=1, b: 0
@@
def f(a, a): pass
@@
x = 1
def f(a, (b, a)): pass
@@
def f(a, *a): pass
@@
lambda x, x: 1
@@
def f(a):
    global a
@@
x = 1
def f(a, b):
    x
    global b
@@
def f():
    exec "a"
    def g(): return x
@@
def f(x):
    from a import *
    def g(): return x
@@
def f():
    exec "a"
    from a import *
    return lambda: y
@@
def f():
    x = 1
    def g():
        exec "a"
        return x
@@
def f():
    x = 1
    def g(): return x
    del x
@@
f(1=2)
@@
f(a.b=2)
@@
f(lambda x: x[0] = 3)
@@
f(a=1, 2)
@@
f(a=1, a=2)
@@
f(*a, b)
@@
f(a=1, *b, c)
@@
f(**a, *b)
@@
f(**a, b=1)
@@
f(a for a in b, 1)
@@
f(1, a for a in b)
@@
f(a for a in b, c for c in d)
@@
f(c=1, a for a in b)
@@
from __future__ import foo
@@
x = 1
from __future__ import division
@@
"doc"
from __future__ import braces
@@
def f():
    from __future__ import division
@@
from __future__ import division, nope
@@
from __future__ import print_function
print 1
@@
x = u"\u12"
@@
x = u"abc\x1"
@@
x = u"\U00110000"
@@
# coding: utf-8
x = u"é\u1"
@@
x = ur"\u1"
@@
x = u"\N"
@@
x = u"\N{"
@@
x = "\x1"
@@
x = "\xg0"
@@
x = 'é' u'a'
@@
try: pass
except: pass
except A: pass
@@
try:
    pass
x
@@
try: pass
@@
try:
    pass
else:
    pass
@@
assert
@@
assert a, b, c
@@
x = 5 5
@@
print "a" b
@@
print "a" "b
@@
print >>
@@
print >>f,
@@
print >>f a
@@
print_ = print
@@
x = 08
@@
x = 0xg
@@
x = 0b2
@@
x = 0o8
@@
x = 1e+
@@
x = 1e
@@
x = 1__
@@
x = 1a
@@
x = 0xfor
@@
x = 09L
@@
x = 1.0L
@@
x = 1.5.2
@@
a\ b
@@
x = 1 \ # no
@@
$
@@
x = a ? b : c
@@
a ! b
@@
x!
@@
a && b
@@
a || b
@@
x++
@@
x = é
@@
a)
@@
a]
@@
(]
@@
f(a

)x
@@
x = (a
  b)
@@
x = """a
b""" y
@@
x = "a\
b
@@
x = [1, 2
y = 3
@@
x = {1: 2, 3}
@@
x = {1, 2: 3}
@@
x = {a: b for}
@@
a = b =
@@
x = 1 +
@@
else:
    x
@@
if x:
    a
elif:
    b
@@
if x = 3: pass
@@
if x
    pass
@@
if x:
    a
else:
@@
if 1:
    @a
x
@@
@a
x
@@
@a b
def f(): pass
@@
@a[0]
def f(): pass
@@
def f(x)
    return
@@
def f:
    pass
@@
def f(a.b): pass
@@
def f((a.b)): pass
@@
def f(*a, b): pass
@@
def f(**a, *b): pass
@@
def f(**a,): pass
@@
def f(()): pass
@@
class A(b for b in c): pass
@@
class
@@
class A
    pass
@@
while True print 1
@@
for x y: pass
@@
for
@@
import a.b as
@@
import a,
@@
import a.b as c.d
@@
from a import b,
@@
from a import ()
@@
from a import (b, c
x = 1
@@
from import a
@@
del
@@
pass a
@@
raise a, b, c, d
@@
exec a in b, c, d
@@
global
@@
global a.b
@@
x[..]
@@
x[.]
@@
x[]
@@
x[1:2:3:4]
@@
...
@@
lambda
@@
lambda:
@@
lambda (a: 1
@@
*a
@@
a = *b
@@
**a
@@
f(*)
@@
f(,)
@@
f(a b)
@@
`a
@@
`a,`
@@
a if b
@@
a not b
@@
a is is b
@@
not
@@
x = not
@@
[x for x in]
@@
[x for]
@@
[x for x in a if]
@@
(x for x in a, b)
@@
x = 1;; y
@@
;
@@
x = 1; ; y
@@
a;b
  c
@@
x = rb""
@@
x = 1 2
while 1 = 2
@@
1 = 1
x x
@@
f(
    a,
    b
    c)
@@
a.1
@@
a.
@@
a..b
@@
print
x = print
@@
exec
@@
x = exec
@@
class A:
x = 1
@@
def f():
	x
    y
@@
if x:
        a
	b
    c
@@
x = {
@@
x = [
1,
2
@@
"doc"
x = '
@@
yield = 1
@@
as = 1
@@
with a b: pass
@@
with a as b as c: pass
@@
a <> = b
@@
a =! b
@@
x = y z = w
@@
def f(x):
    return x
   return y
@@
  # comment
 x
@@
if 1:
    pass
  # comment
  x
@@
print "é" é
'''


def deep(n):
    return '(' * n + '1' + ')' * n


EXTRA = [
    'f(' + ', '.join(['a'] * 256) + ')',
    ''.join(' ' * i + 'if 1:\n' for i in range(100)) + ' ' * 100 + 'x\n',
    ''.join(' ' * i + 'while 1:\n' for i in range(21)) + ' ' * 21 + 'x\n',
    deep(100),
    deep(500),
    'x = 1\n' + '[' * 300,
    'a\0b',
    'a\rb c d\n',
    'a\r\nb c d\r\n',
    'x\n\x0c  y',
    '# coding: utf-8\nx = u"\xe9"',
    '# coding: utf-8\nx = u"ab\xc3\xa9\xe2\x82"',
    '# coding: utf-8\nx = u"\xc0\x80"',
    '# coding: utf-8\nx = u"\xe9\xe9\xe9"',
    '\xef\xbb\xbfx y',
]


def refusal(source):
    path = os.path.join(tempfile.gettempdir(), 'syntax-error.py')
    with open(path, 'wb') as out:
        out.write(source)
    try:
        compile(source, path, 'exec')
    except (SyntaxError, ValueError, TypeError, MemoryError, SystemError) as e:
        found = {'source': source.decode('latin-1'), 'type': type(e).__name__}
        if isinstance(e, SyntaxError):
            text = e.text
            if text is not None:
                text = text.decode('latin-1')
                text = text[:-1] if text.endswith('\n') else text
            found.update(msg=e.msg, lineno=e.lineno, offset=e.offset, text=text)
        else:
            found.update(msg=str(e))
        return found
    finally:
        os.unlink(path)
    sys.exit('CPython accepts: %r' % source)


def main():
    warnings.simplefilter('ignore')
    programs = [p.strip('\n') for p in PROGRAMS.split('@@\n')]
    found = [refusal(p) for p in programs] + [refusal(p) for p in EXTRA]
    print json.dumps(found, indent=0, sort_keys=True)


if __name__ == '__main__':
    main()
