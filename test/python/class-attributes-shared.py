# Class attributes are shared until an instance gets its own.
class Basket(object):
    items = []
    count = 0
    def add(self, x):
        self.items.append(x)
        self.count += 1
a, b = Basket(), Basket()
a.add("livre")
print b.items, b.count, a.count, Basket.count
Basket.colour = "red"
print a.colour, b.colour
setattr(a, 'colour', 'blue')
print a.colour, b.colour, getattr(b, 'colour')
delattr(a, 'colour')
print a.colour, a.__dict__, sorted(k for k in Basket.__dict__ if not k.startswith('_'))
