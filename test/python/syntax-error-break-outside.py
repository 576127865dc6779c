# break belongs in a loop.
if True:
    break
