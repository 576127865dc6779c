# global writes the module's variable; without it assignment is local.
count = 0
def up():
    global count
    count += 1
def shadow():
    count = 99
    return count
up(); up()
print count, shadow(), count
def make():
    global made
    made = "by make"
make()
print made, 'made' in globals(), sorted(k for k in (lambda a, b=2: locals())(1))
