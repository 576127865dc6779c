# A character of no token where an indented block should begin.
if 1:
?   print 2
