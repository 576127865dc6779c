# Calling what is not callable.
total = 5
print total()
