# int() of a text that is no number.
def read(text):
    return int(text) + 1
print read("41")
print read("quarante")
