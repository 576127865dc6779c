"""Old-style __coerce__ takes part in arithmetic, comparison, cmp and divmod."""


class Box:
    def __init__(self, value):
        self.value = value

    def __coerce__(self, other):
        if isinstance(other, (int, long)):
            return self.value, other


print Box(5) + 1, 1 + Box(5), Box(5) == 5, Box(5) < 7, 9 > Box(5), cmp(Box(5), 6), divmod(Box(7), 2), coerce(Box(5), 3), coerce(3, Box(5))
print coerce(1, 2L), coerce(1, 2.5), coerce(2.5, 1j)


class Empty:
    pass


for wrong in ('Box(5) + "a"', 'coerce(1, "a")', 'float(Empty())', 'abs(Empty())', 'hex(Empty())', 'round(Empty())', '-Empty()',
              'len(Empty())', 'Empty()[0]', '1 in Empty()', 'iter(Empty())', 'int(Empty())', 'Empty()()'):
    try:
        print eval(wrong)
    except (TypeError, AttributeError) as e:
        print wrong, '->', type(e).__name__ + ':', e
