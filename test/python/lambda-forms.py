# Lambdas in data structures and as defaults.
ops = {'+': lambda a, b: a + b, '-': lambda a, b: a - b}
print ops['+'](2, 3), ops['-'](2, 3), (lambda: (yield))().__class__.__name__, (lambda *a, **k: (a, k))(1, b=2)
compose = lambda f, g: lambda x: f(g(x))
print compose(lambda x: x + 1, lambda x: x * 2)(5), sorted([3, 1, 2], key=lambda x: -x), (lambda (a, b): a * b)((3, 4))
