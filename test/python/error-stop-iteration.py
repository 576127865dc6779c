# next() past the end, uncaught.
it = iter([1])
print it.next()
it.next()
