# The traceback enters the property.
class C(object):
    @property
    def total(self):
        return self.price * 2
C().total
