"""How the special methods of built-in types count and check their arguments: each C function has words of its own."""
for call in (
    lambda: [].__setitem__(1), lambda: {}.__setitem__(), lambda: [].__getitem__(), lambda: ().__getitem__(1, 2),
    lambda: [].__getslice__(1), lambda: [].__setslice__(), lambda: [].__mul__(), lambda: 'a'.__mul__('b'),
    lambda: [].__mul__(2 ** 70), lambda: (5).__nonzero__(1), lambda: (5).__abs__(1), lambda: 5L.__mul__(),
    lambda: (5).__pow__(), lambda: iter([]).next(1), lambda: {}.__contains__(), lambda: [].__contains__(),
    lambda: set().__contains__(), lambda: (5).__cmp__('a'), lambda: (5).__cmp__(5L), lambda: 5L.__cmp__(2.5),
    lambda: [].__add__(5), lambda: ().__add__([]), lambda: ''.__add__(None), lambda: u''.__add__(1),
    lambda: 'a'.__add__(u'b'), lambda: (5).__sub__(5L), lambda: 5L.__sub__(5), lambda: (1.5).__add__(2),
    lambda: LookupError.__init__(TypeError()), lambda: list.__len__('abc'), lambda: float.__abs__(2),
    lambda: [].__iadd__(5), lambda: [1].__imul__('a'), lambda: (2).__coerce__(5L), lambda: set().symmetric_difference_update(),
):
    try:
        print repr(call())
    except Exception as error:
        print type(error).__name__, error
