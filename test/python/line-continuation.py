# Long lines: backslashes, brackets, semicolons.
total = 1 + \
    2 + \
    3
values = [1,
    2,  # a comment inside
        3
]
print total, values; print "b"; x = 1; y = \
 2
print (x +
       y), {
  'a': 1}
if (x == 1 and
    y == 2): print "yes"
s = "a\
b"
print s
def f(a,
      b): return a + b
print f(1,
  2)
