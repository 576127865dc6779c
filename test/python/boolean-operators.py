# and, or return an operand; not returns a bool; if/else expressions are lazy.
def say(x):
    print "say", x
    return x
print say(0) or say("yes")
print say(1) and say([])
print not say(""), not 1
print "then" if say(True) else say("never")
print 0 or None or "" , 1 and 2 and 3, None and 1, not None == True
