# A keyword is a name.
f(a.b=1)
