# Assigning to a call.
f(x) = 2
