# Exceptions: raised and caught near and far, with finally.
class Empty(Exception):
    pass


def take(stock, name):
    if name not in stock:
        raise KeyError(name)
    if stock[name] == 0:
        raise Empty(name)
    stock[name] -= 1


def order(stock, name):
    try:
        take(stock, name)
    except Empty as error:
        return 1
    finally:
        stock["asked"] += 1
    return 0


stock = {"tea": 40000, "asked": 0}
refused = missing = 0
for i in range(80000):
    try:
        refused += order(stock, "tea" if i % 4 else "coffee")
    except KeyError:
        missing += 1
print([refused, missing, stock["asked"], stock["tea"]])


def number(text):
    try:
        return int(text)
    except ValueError:
        return -1


print(sum([number(text) for text in ["12", "x", "7", ""] * 25000]))
