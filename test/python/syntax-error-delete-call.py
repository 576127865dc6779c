# A call cannot be deleted.
del f()
