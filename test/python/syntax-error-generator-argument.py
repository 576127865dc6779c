# A bare generator expression must be the only argument.
f(x for x in y, 1)
