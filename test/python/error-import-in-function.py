# An import that fails inside a function.
def load():
    import does_not_exist
load()
