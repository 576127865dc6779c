# while and for have an else that runs when no break happened.
n = 0
while n < 3:
    n += 1
    if n == 2:
        continue
    print n
else:
    print "finished"
for i in range(5):
    if i == 3:
        break
else:
    print "not printed"
print "stopped at", i
for i in []:
    pass
else:
    print "empty loop finishes too"
while True:
    n -= 1
    if n < 0: break
print n
