# Assigning anywhere in a function makes a name local throughout.
total = 10
def add():
    print "before"
    total = total + 1
add()
