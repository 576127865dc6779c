# Lists: a sieve, slices, a queue, a matrix product.
def sieve(n):
    flags = [True] * n
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            for j in range(i * i, n, i):
                flags[j] = False
    return len([i for i in range(2, n) if flags[i]])


def multiply(a, b):
    size = len(a)
    result = []
    for i in range(size):
        row = []
        for j in range(size):
            total = 0
            for k in range(size):
                total += a[i][k] * b[k][j]
            row.append(total)
        result.append(row)
    return result


print(sieve(200000))
a = [[i + j for j in range(60)] for i in range(60)]
print(multiply(a, a)[59][59])
queue = [0]
seen = 0
while queue:
    n = queue.pop()
    seen += 1
    if n < 60000:
        queue.append(n * 2 + 1)
        queue.append(n * 2 + 2)
print(seen)
window = list(range(2000))
for i in range(2000):
    window = window[1:] + window[:1] if i % 20 == 0 else window
print(window[:3])
