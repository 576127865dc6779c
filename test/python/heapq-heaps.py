# heapq: heaps in lists.
import heapq

heap = [5, 3, 8, 1, 9, 2, 7]
heapq.heapify(heap)
print heap
heapq.heappush(heap, 0)
print heap, heapq.heappop(heap), heapq.heapreplace(heap, 6), heapq.heappushpop(heap, 4), heap
print [heapq.heappop(heap) for _ in range(len(heap))]
print list(heapq.merge([1, 4, 7], [2, 5], [], [0, 9]))
print heapq.nlargest(2, ['pear', 'fig', 'banana'], key=len), heapq.nsmallest(2, [5, 1, 4])
for wrong in (lambda: heapq.heappush((), 1), lambda: heapq.heapify('abc'), lambda: heapq.heapreplace([], 1)):
    try:
        wrong()
    except (TypeError, IndexError), e:
        print type(e).__name__, e
