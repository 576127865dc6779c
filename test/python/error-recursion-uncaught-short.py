# An error deep in mutual recursion.
def ping(n):
    if n == 0:
        raise RuntimeError("bottom")
    pong(n - 1)
def pong(n):
    ping(n)
ping(3)
