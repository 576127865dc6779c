# if, elif, else; pass; one-line forms.
for x in -1, 0, 1, 5, 50:
    if x < 0: print "negative",
    elif x == 0: print "zero",
    elif 0 < x <= 5:
        if x == 5:
            print "five",
        else:
            print "small",
    else: print "large",
    if x: pass
    else: print "(false)",
print
if not []: print "ok"; print "same line"
