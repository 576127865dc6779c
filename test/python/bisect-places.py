# bisect: places in sorted lists.
import bisect

marks = [60, 70, 80, 90]
for score in 33, 60, 77, 90, 100:
    print score, bisect.bisect(marks, score), bisect.bisect_left(marks, score), 'FDCBA'[bisect.bisect(marks, score)]
names = ['ann', 'joe']
for name in 'eve', 'zoe', 'abe', 'joe':
    bisect.insort(names, name)
print names, bisect.bisect_right(names, 'joe', 0, 2), bisect.bisect_left([1, 2, 2, 3], 2, hi=2)
