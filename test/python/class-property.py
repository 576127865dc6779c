# Properties with getter, setter and deleter.
class Account(object):
    def __init__(self):
        self._balance = 0
    def get(self):
        print "(get)",
        return self._balance
    def set(self, value):
        if value < 0:
            raise ValueError("negative: %d" % value)
        self._balance = value
    balance = property(get, set, None, "The balance.")
    @property
    def double(self):
        return self._balance * 2
    @double.setter
    def double(self, value):
        self._balance = value / 2
a = Account()
a.balance = 10
print a.balance, a.double
a.double = 50
print a.balance, Account.balance.__doc__
try:
    a.balance = -1
except ValueError, e:
    print e
try:
    del a.balance
except AttributeError, e:
    print e
class R(object):
    @property
    def x(self):
        return 1
r = R()
print r.x
r.x = 2
