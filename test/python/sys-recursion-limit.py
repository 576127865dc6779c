# sys.setrecursionlimit: deeper and less deep than usual.
import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print sys.getrecursionlimit()
try:
    depth(1010)
except RuntimeError, e:
    print e
sys.setrecursionlimit(1300)
print sys.getrecursionlimit(), depth(1200)
sys.setrecursionlimit(60)
try:
    depth(100)
except RuntimeError, e:
    print e
print depth(20)
sys.setrecursionlimit(10 ** 10)
