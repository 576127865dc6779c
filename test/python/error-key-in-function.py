# A KeyError shows the repr of the key.
users = {'jean': 1}
def find(name):
    return users[name]
print find('jean')
print find('anne')
