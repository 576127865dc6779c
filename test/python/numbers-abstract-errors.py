"""Abstract classes of numbers have no instances."""
import numbers


class Angle(numbers.Real):
    def __float__(self):
        return 1.0


for kind in Angle, numbers.Complex, numbers.Integral:
    try:
        kind()
    except TypeError as error:
        print error
try:
    hash(type('Plain', (numbers.Number,), {})())
except TypeError as error:
    print error
Angle()
