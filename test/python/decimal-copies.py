"""Decimals are copied, pickled and subclassed."""
import copy
import pickle
from decimal import Decimal


class Money(Decimal):
    def __str__(self):
        return '%s EUR' % Decimal.__str__(self)


for number in Decimal('1.50'), Decimal('-0'), Decimal('NaN7'), Decimal('1e400'):
    again = pickle.loads(pickle.dumps(number, 2))
    print repr(again), again.as_tuple() == number.as_tuple(), copy.copy(number) is number, copy.deepcopy([number])
price = Money('12.50')
print price, repr(price), type(price + 1).__name__, type(-price).__name__, isinstance(price, Decimal)
print Decimal(3).real, Decimal(3).imag, Decimal(3).conjugate(), Decimal(-3).copy_abs(), Decimal(3).copy_negate(), Decimal(3).copy_sign(Decimal(-1))
print Decimal('1e5').number_class(), Decimal('-0').number_class(), Decimal(5).is_signed(), Decimal('NaN').is_nan(), Decimal(0).is_zero()
