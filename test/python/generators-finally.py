# A generator's finally runs when it ends, in either way.
def g():
    try:
        yield 1
        yield 2
    finally:
        print "done"
for x in g():
    print x
i = g()
print i.next()
i.close()
def fails():
    yield 1
    raise KeyError("inside")
for x in fails():
    print x
