# The source line in the message is shown without its indentation.
def f():
    if True:
            x = = 2
