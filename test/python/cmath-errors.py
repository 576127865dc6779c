"""What cmath refuses."""
import cmath


def attempt(text):
    try:
        print text, '->', repr(eval(text))
    except Exception as error:
        print text, '->', type(error).__name__ + ':', error


for text in """cmath.log(0)
cmath.log10(0)
cmath.atanh(1)
cmath.atan(1j)
cmath.exp(1000)
cmath.cosh(1000j + 1000)
cmath.exp(complex(0, float('inf')))
cmath.log(2, 1)
cmath.sqrt('4')
cmath.sqrt(None)
cmath.sin([])
cmath.polar('x')
cmath.rect(1j, 0)
cmath.rect('1', 0)
cmath.sqrt()
cmath.log()
cmath.log(1, 2, 3)
cmath.sqrt(10 ** 400)
cmath.floor(1)""".splitlines():
    attempt(text)
cmath.sqrt(-1, 2)
