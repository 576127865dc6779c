# functools.wraps, update_wrapper, total_ordering, cmp_to_key and reduce.
import functools


def loud(function):
    @functools.wraps(function)
    def wrapper(*args):
        return str(function(*args)).upper()
    return wrapper


@loud
def greet(name):
    "Greets."
    return 'hello ' + name

print greet('you'), greet.__name__, greet.__doc__, greet.__module__


@functools.total_ordering
class Version(object):
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number

for a in 1, 2:
    for b in 1, 2:
        print Version(a) <= Version(b), Version(a) > Version(b), Version(a) >= Version(b)
print sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a))
print functools.reduce(lambda a, b: a * b, [1, 2, 3, 4])
try:
    functools.total_ordering(int)
    functools.total_ordering(type('Empty', (object,), {}))
except (ValueError, TypeError), e:
    print type(e).__name__
