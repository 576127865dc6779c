# Generators: send, throw, close, StopIteration, and generators in generators.
# generators
def gen():
    try:
        x = yield 1
        print 'got', x
        y = yield 2
    except ValueError, e:
        print 'VE', e
        yield 'caught'
    finally: print 'fin'
g1 = gen(); print g1.next(), g1.send('s'), g1.throw(ValueError, 'v')
try: g1.next()
except StopIteration: print 'stop'
g2 = gen(); g2.next(); g2.close(); g2.close()
try: gen().send(1)
except TypeError, e: print e
g3 = gen()
try: g3.throw(KeyError('k'))
except KeyError, e: print 'KE', e
try: g3.next()
except StopIteration: print 'done'
def bad():
    try: yield 1
    except GeneratorExit: yield 2
b = bad(); b.next()
try: b.close()
except RuntimeError, e: print e
def selfie():
    yield me.next()
me = selfie()
try: me.next()
except ValueError, e: print e
print list(x*y for x in range(3) for y in range(3) if x != y)
def early():
    yield 1
    raise StopIteration
    yield 2
print list(early()), [v for v in early()]
