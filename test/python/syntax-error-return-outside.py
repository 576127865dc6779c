# return belongs in a function.
x = 1
return x
