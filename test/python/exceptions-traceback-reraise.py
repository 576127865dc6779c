# A traceback shows where the exception passed after being raised again.
def fail():
    raise KeyError("lost")
def handle():
    try:
        fail()
    except KeyError:
        raise
def wrap():
    try:
        handle()
    finally:
        print "wrap is done"
wrap()
