# Adding a number and a text.
age = 30
print "age: " + age
