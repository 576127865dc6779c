# A parenthesis that is never closed is noticed at the end.
print "never"
x = (1, 2
y = 3
