# bisect refuses a negative beginning.
import bisect

print bisect.bisect([1, 2, 3], 2, 0, 1)
bisect.bisect([1, 2, 3], 2, -1)
