# send, throw and close talk to a generator.
def echo():
    received = None
    try:
        while True:
            try:
                received = yield received
                print "got", received
            except ValueError, e:
                print "thrown", e
                received = "recovered"
    finally:
        print "cleaning up"
g = echo()
print g.next()
print g.send("a")
print g.throw(ValueError, "oops")
print g.send("b")
g.close()
g.close()
try:
    g.next()
except StopIteration:
    print "closed"
h = echo()
try:
    h.send("too early")
except TypeError, e:
    print e
h.next()
h.throw(KeyError("out"))
