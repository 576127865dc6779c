"""exit() and quit() end the program; a text goes to the errors."""
try:
    quit(3)
except SystemExit as e:
    print e.code, e.args
try:
    exit()
except SystemExit as e:
    print e.code
exit('no more')
