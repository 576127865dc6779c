# Complex numbers have no order.
print 1j == 1j
print 1j < 2
