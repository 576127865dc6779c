# A missing colon, with the caret at the end of the line.
def f()
    return 1
