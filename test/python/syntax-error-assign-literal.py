# Assigning to what cannot be assigned.
1 = x
