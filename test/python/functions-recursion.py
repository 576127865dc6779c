# Functions that call themselves and each other.
def factorial(n):
    if n <= 1:
        return 1
    return n * factorial(n - 1)
print factorial(5), factorial(25)
def even(n): return n == 0 or odd(n - 1)
def odd(n): return n != 0 and even(n - 1)
print even(10), odd(7), even(3)
def hanoi(n, a, b, c):
    if n:
        hanoi(n - 1, a, c, b)
        print "%s->%s" % (a, c),
        hanoi(n - 1, b, a, c)
hanoi(3, 'A', 'B', 'C')
print
fib = lambda n: n if n < 2 else fib(n - 1) + fib(n - 2)
print [fib(n) for n in range(12)]
