# A list as a dictionary key.
d = {}
d[['a']] = 1
