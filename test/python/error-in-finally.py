# An error in finally replaces the other.
try:
    raise ValueError("lost")
finally:
    undefined()
