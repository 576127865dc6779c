"""The special methods of numbers, called by name."""
print (5).__divmod__(3), (5).__rdivmod__(3), (5).__coerce__(2), (5).__cmp__(7), (5).__divmod__(2.0)
print (5L).__coerce__(3), (1.5).__coerce__(2), (7.5).__divmod__(2), divmod(-7, 2), divmod(7.5, -2), divmod(-7L, 2)
print hasattr(5, '__eq__'), hasattr(5.0, '__eq__'), hasattr('', '__iter__'), hasattr([], '__iter__')
print (5).bit_length(), (2 ** 100).bit_length(), (5).numerator, (5).denominator, (5L).real, True.imag
