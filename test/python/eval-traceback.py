# A traceback through eval names the text, without its source.
def compute(text):
    return eval(text)
print compute("2 ** 8")
print compute("1 / 0")
