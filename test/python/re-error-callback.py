"""An exception in a function that replaces."""
import re

prices = {'apple': 3}

def price(match):
    return str(prices[match.group()])

fruit = re.compile('[a-z]+')
print fruit.sub(price, 'apple + apple')
print fruit.sub(price, 'apple + pear')
