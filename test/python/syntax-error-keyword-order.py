# Positional arguments come before keywords.
f(a=1, 2)
