# The line shown is the one that failed, without its indentation.
def total(prices):
    result = 0
    for price in prices:
        result = result + price * tva
    return result
total([1, 2])
