# List, set, dict and generator comprehensions.
[x for x in y]
[x for x in y if x if z]
[x + y for x in a for y in b if c for z in d]
[x for x in a, b]
[x for x in lambda: a, b,]
[x for x, in y]
[x for x, y in z]
[(x, y) for (x, y) in z]
[x for x.a in y if lambda: z]
[x for x[0] in y]
[[x for x in y] for y in z]
{x for x in y}
{x: y for x, y in z if x}
{x: {y for y in x} for x in z}
(x for x in y)
((x, y) for x in a for y in b if x if y)
list(x for x in y if x or z)
f(x for x in (lambda: y)())
(x for x in (y for y in z))
[x if a else b for x in y]
[lambda x=x: x for x in y]
