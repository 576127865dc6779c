# from __future__ import print_function.
from __future__ import print_function
print("a", 1, None)
print("a", "b", sep="-", end="!\n")
print()
print(*[1, 2])
print
