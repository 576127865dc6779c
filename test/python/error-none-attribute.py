# An attribute of None.
def find():
    pass
print find().name
