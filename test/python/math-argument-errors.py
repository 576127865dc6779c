"""What functions of floats refuse."""
import math


def attempt(text):
    try:
        print text, '->', repr(eval(text))
    except Exception as error:
        print text, '->', type(error).__name__ + ':', error


for text in """math.sqrt(-1)
math.log(0)
math.log(-10 ** 400)
math.log10(-1)
math.log1p(-2)
math.acos(2)
math.acosh(0.5)
math.atanh(1)
math.gamma(-3)
math.gamma(172)
math.lgamma(0)
math.exp(1000)
math.cosh(1000)
math.pow(0, -1)
math.pow(-8, 1.0 / 3)
math.pow(10, 400)
math.ldexp(1, 2000)
math.ldexp(1, 1.5)
math.fmod(1, 0)
math.fsum([1e308, 1e308])
math.fsum([float('inf'), float('-inf')])
math.fsum(['a'])
math.factorial(-1)
math.factorial(1.5)
math.factorial('3')
math.factorial(10 ** 20)
math.sin('1')
math.sin(None)
math.sin(1j)
math.sin(10 ** 400)
math.degrees('a')
math.trunc('a')
math.log()
math.log(1, 2, 3)
math.atan2(1)""".splitlines():
    attempt(text)
math.sqrt(-2.5)
