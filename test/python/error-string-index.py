# An index out of range of a string.
name = "abc"
print name[3]
