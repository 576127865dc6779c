"""A dictionary must not grow while its view is walked."""
d = {1: 2}
for key in d.viewkeys():
    d[key + 1] = key
