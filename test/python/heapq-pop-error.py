# heapq.heappop of an empty heap.
import heapq

heap = []
heapq.heappush(heap, 'only')
print heapq.heappop(heap)
heapq.heappop(heap)
