# Calling a method with too few arguments.
class Shop:
    def buy(self, book, price):
        return price
Shop().buy("Candide")
