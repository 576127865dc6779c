# Objects: classes with attributes, methods, inheritance and a special method.
class Account(object):
    opened = 0

    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.moves = 0
        Account.opened += 1

    def pay_in(self, amount):
        self.balance += amount
        self.moves += 1
        return self

    def fee(self):
        return 1


class Saving(Account):
    def __init__(self, owner, balance, rate):
        Account.__init__(self, owner, balance)
        self.rate = rate

    def fee(self):
        return 0

    def year(self):
        self.pay_in(self.balance * self.rate // 100 - self.fee())


class Point(object):
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


accounts = []
for i in range(6000):
    accounts.append(Saving("owner", 1000 + i, 3) if i % 2 else Account("owner", 1000 + i))
for turn in range(20):
    for account in accounts:
        account.pay_in(turn - account.fee())
        if isinstance(account, Saving):
            account.year()
print(sum([account.balance for account in accounts]))
print(Account.opened)
here = Point(0, 0)
step = Point(1, 2)
for i in range(100000):
    here = here + step
print("%d %d" % (here.x, here.y))
