# Operators, their precedence, and where CPython places them.
a or b and c or not d
not not a
a < b <= c == d != e <> f > g >= h
a in b, a not in b, a is b, a is not b, not a in b
a | b | c ^ d ^ e & f & g
a << b >> c << d
a + b - c + d * e / f % g // h - i
-a ** -b, ~a ** b ** c, +-~a
(a + b) * (c)
((a)) . b . c [d] (e) . f
a . b ** c . d
a if b else c if d else e
lambda: a
lambda a, b=1, *c, **d: (a, b)
lambda (a, b), ((c,), d)=e: a
lambda x: lambda y: x + y if x else y
`a`, `a, b`, `a + b`
(), (a,), (a, b), (a, b,), a,
[], [a], [a,], [a, b], [[a], [b, c]]
{}, {a: b}, {a: b, c: d,}, {a}, {a, b,}
f(), f(a), f(a,), f(a, b=c), f(*a), f(**b), f(a, b=c, *d, **e), f(*a, b=c), f(a, *b, c=d, **e)
f(x for x in y), f((w for w in y), z), f(a)(b)(c)
x[a], x[a, b], x[a,], x[:], x[a:], x[:b], x[a:b], x[::], x[a:b:c], x[::c], x[a::c], x[:b:], x[:b:c]
x[...], x[..., a], x[a:b, c], x[a:b:c, ::d], x[(a, b)], x[a][b:c].d
(
  a
  + b
  * c,
  d
  - e
  - f
)
f(a,
  b)(
  c).d
x = [
  1,
  # comment
  2,

  3]
