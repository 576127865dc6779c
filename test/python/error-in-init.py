# An error while an instance is made.
class Order(object):
    def __init__(self, items):
        self.first = items[0]
Order(["livre"])
Order([])
