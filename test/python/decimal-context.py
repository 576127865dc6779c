"""Contexts: precision, flags, traps, copies, and `localcontext`."""
from decimal import *

def shown(context):
    """All of a context but the order of its traps, which follows addresses."""
    return str(context).split(', flags')[0], sorted(trap.__name__ for trap in context.traps if context.traps[trap])


print shown(getcontext()), shown(BasicContext), shown(DefaultContext)
print ExtendedContext
print Context(prec=5, rounding=ROUND_DOWN, traps=[Inexact], flags=[], capitals=0)
context = Context(prec=4, traps=[])
print context.add(1, Decimal('2.00005')), context.divide(1, 0), context.divide(0, 0), context.sqrt(-1), context.power(2, 100)
print sorted(flag.__name__ for flag in context.flags if context.flags[flag])
context.clear_flags()
print context.create_decimal('3.14159'), context.create_decimal_from_float(0.1), context.flags[Inexact], context.flags[Overflow]
setcontext(Context(prec=3))
print Decimal(2) / 3, getcontext().prec
with localcontext(Context(prec=10)) as inner:
    print Decimal(2) / 3, inner is getcontext()
    with localcontext() as deepest:
        deepest.prec += 5
        print Decimal(2) / 3
    print Decimal(2) / 3
print Decimal(2) / 3
copy = getcontext().copy()
copy.prec = 1
print getcontext().prec, context.Etiny(), context.Etop(), Context(capitals=0).to_sci_string(Decimal('1e9'))
small = Context(prec=3, Emin=-5, Emax=5, traps=[])
for text in ['123456', '9999999', '0.000001234', '1e-9', '-1e6', '0e-20']:
    small.clear_flags()
    print text, small.create_decimal(text), [flag.__name__ for flag in sorted(small.flags, key=lambda f: f.__name__) if small.flags[flag]]
