# How the last line shows the exception.
def show(e):
    try:
        raise e
    except Exception, x:
        print "%s: %s" % (type(x).__name__, x)
show(ValueError())
show(ValueError(""))
show(ValueError(1, 2))
show(KeyError("k"))
show(KeyError())
show(IOError(2, "No such file or directory", "page.pih"))
show(UnicodeError("u"))
show(SystemError("multi\nline"))
raise ValueError
