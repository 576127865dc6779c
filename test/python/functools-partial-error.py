# An error in the function of a partial: the partial itself is no level of the traceback.
import functools


def divide(a, b):
    return a / b


halve = functools.partial(divide, b=0)
halve(3)
