# break and continue act on the innermost loop.
for a in range(3):
    for b in "xyz":
        if b == "y":
            continue
        if a == 1:
            break
        print a, b
    else:
        print "row", a, "whole"
print [(x, y) for x in range(3) for y in range(x) if (x + y) % 2]
