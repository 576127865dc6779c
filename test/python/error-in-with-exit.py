# An error in __exit__ replaces the one of the body.
class M:
    def __enter__(self): pass
    def __exit__(self, *args):
        raise KeyError("exit")
with M():
    raise ValueError("body")
