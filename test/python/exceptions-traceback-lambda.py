# Lambdas, comprehensions and class bodies in tracebacks.
f = lambda x: 1 / x
print [f(n) for n in (1, 2)]
class Body:
    values = map(f, [1, 0])
