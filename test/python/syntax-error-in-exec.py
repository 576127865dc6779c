# A syntax error in executed text shows where it was executed.
def run(text):
    exec text
run("print 'fine'")
run("x = 1\nif x\n")
