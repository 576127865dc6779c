# Loops: while and for over numbers, nested, with break and continue.
def primes(limit):
    found = 0
    n = 2
    while n < limit:
        d = 2
        is_prime = True
        while d * d <= n:
            if n % d == 0:
                is_prime = False
                break
            d += 1
        if is_prime:
            found += 1
        n += 1
    return found


def grid(size):
    total = 0
    for y in range(size):
        for x in range(size):
            if (x ^ y) & 1:
                continue
            total += x * y - (x + y) // 2
    return total


print(primes(25000))
print(grid(800))
