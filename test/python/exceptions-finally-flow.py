# finally runs on return, break and continue, and may replace the result.
def f():
    try:
        return "try"
    finally:
        print "cleanup",
def g():
    try:
        return "try"
    finally:
        return "finally"
def h():
    for i in range(3):
        try:
            if i == 0: continue
            if i == 1: break
        finally:
            print "f%d" % i,
    return i
def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"
print f(), g(), h(), swallow()
def nested():
    try:
        try:
            return 1
        finally:
            print "a",
    finally:
        print "b",
print nested()
while True:
    try:
        try:
            break
        finally:
            print "leaving"
    finally:
        print "left"
