# Importing modules in every form.
import sys, math as m
from math import sqrt, pi as PI
import string
print m.floor(2.7), sqrt(16), "%.5f" % PI, m is sys.modules["math"], math_missing if False else "ok"
print string.upper("abc"), string.join(["a", "b"], "-"), string.letters[:3], string.digits, string.capwords("jean dupont"), string.lowercase[-3:]
from math import *
print ceil(1.2), hypot(3, 4), sys.__name__, m.__name__, __name__
def f():
    import math
    return math.fabs(-2)
print f(), "math" in globals()
