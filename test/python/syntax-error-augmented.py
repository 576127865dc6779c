# Augmented assignment has one target.
a, b += 1
