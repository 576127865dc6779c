# int() and float() quote what they could not read.
for text in ["12a", "", "1.5", "0x1f"]:
    try:
        print int(text)
    except ValueError, e:
        print "ValueError:", e
try:
    float("abc")
except ValueError, e:
    print e
try:
    int(None)
except TypeError, e:
    print e
try:
    int("9", 8)
except ValueError, e:
    print e
print float("  1.5e3 "), float("inf"), float("-nan") != float("nan")
