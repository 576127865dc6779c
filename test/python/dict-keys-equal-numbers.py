"""A key of a class with its own hash and equality is found by plain values that are equal to it."""


class Tag(object):
    def __init__(self, value):
        self.value = value

    def __hash__(self):
        return hash(self.value)

    def __eq__(self, other):
        return self.value == getattr(other, 'value', other)

    def __repr__(self):
        return 'Tag(%r)' % self.value


table = {Tag(1): 'a', Tag('x'): 'b', Tag(2.5): 'c'}
print table[1], table['x'], table[2.5], table[1.0], table[True], 'y' in table, table.get(7), 1L in table
table[1] = 'z'
print table[Tag(1)], len(table)
plain = {1: 2, 5: 6}
print plain[Tag(1)], Tag(5) in plain, Tag(7) in plain
plain[Tag(5)] = 8
print plain, len(set([Tag(3), 3, 3L])), len(set([3, Tag(3)]))
del table['x']
print len(table)
print table['x']
