# An uncaught old-style exception.
class Trouble:
    def __init__(self, what): self.what = what
    def __str__(self): return "trouble with " + self.what
raise Trouble("the shop")
