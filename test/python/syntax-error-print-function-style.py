# print with keyword arguments is a Python 3 habit.
print("a", end="")
