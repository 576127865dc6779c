# Calls: a function that calls itself, one with defaults, one with a closure.
def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def clamp(x, low=0, high=100):
    if x < low:
        return low
    if x > high:
        return high
    return x


def adder(n):
    def add(x):
        return x + n
    return add


print(fib(25))
total = 0
for i in range(150000):
    total += clamp(i - 50) + clamp(i, high=10)
add = adder(3)
for i in range(150000):
    total = add(total)
print(total)
