# A dictionary display that is half a set.
d = {'a': 1, 'b'}
