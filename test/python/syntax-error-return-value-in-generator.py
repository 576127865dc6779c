# A generator returns no value.
def g():
    yield 1
    return 2
