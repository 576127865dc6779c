if a:
	b
        c
	if d:
		e
	        f
if g:
  h

# comment at column 0
  i
    # comment deeper
  j
      
k
l = 1 + \
   2
m = (1 +
2
    )
if n: \
  o
