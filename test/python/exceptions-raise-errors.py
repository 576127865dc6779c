# What cannot be raised.
for thing in ["a string", 5, None, object()]:
    try:
        raise thing
    except TypeError, e:
        print e
try:
    raise ValueError("x"), "y"
except TypeError, e:
    print e
raise ValueError, (1, 2)
