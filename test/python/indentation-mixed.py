# Blocks may be indented by any amount, each consistently.
if True:
  print "two"
  if True:
          print "ten"
	  # a comment at odd places

  print "two again"
for i in 1,:
    print i
# end
def f():

    # leading comment


    return 1
print f()
