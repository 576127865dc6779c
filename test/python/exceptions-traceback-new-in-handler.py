# An exception raised while handling another shows only its own path.
def first():
    raise ValueError("first")
def second():
    raise RuntimeError("second")
try:
    first()
except ValueError:
    second()
