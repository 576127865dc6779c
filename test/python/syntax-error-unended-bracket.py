# A bracket that is never closed: the error is after the last line.
x = 1
y = (x,
     x
