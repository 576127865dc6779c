# A traceback through functions, a re-raise, a generator and a class body.
def raises(n):
    if n:
        raises(n - 1)
    raise ValueError("bottom %d" % n)


def passes_on():
    try:
        raises(1)
    except ValueError:
        raise


def generator():
    yield 1
    passes_on()


class Body:
    for item in generator():
        print item
