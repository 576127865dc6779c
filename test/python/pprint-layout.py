# pprint: lines that are not too long, keys in order, indent, width and depth.
import collections
import pprint


class Own(dict):
    pass


class Shown(dict):
    def __repr__(self):
        return 'Shown!'


class Items(list):
    pass


data = {'name': 'x' * 30, 'list': range(30), 'pairs': [(n, 'abc' * n) for n in range(6)], 3: None, None: [[], (), {}]}
pprint.pprint(data)
pprint.pprint(data, indent=4, width=40)
pprint.pprint(data, depth=1)
pprint.pprint([1, [2, [3, [4]]]], depth=2)
print pprint.pformat([Own(a=1), Shown(b=2), Items([1]), (1,)])
pprint.pprint(Own((n, 'x' * 10) for n in range(8)))
pprint.pprint(Items(['y' * 30] * 3))
pprint.pprint(set(range(100, 120)), width=20)
pprint.pprint([frozenset(range(3)), set(), collections.namedtuple('P', 'a b')(1, 2)], width=10)
pprint.pprint(["it's", 'say "it"', '\xe9\n', u'\xe9', 3L, 1.5, True])
printer = pprint.PrettyPrinter(indent=2, width=30)
printer.pprint(dict(('key%d' % n, range(n)) for n in range(11)))
print printer.pformat(()), printer.isreadable(data), printer.isreadable([object]), printer.isrecursive(data)
print printer.format([1, 'a', {2: ()}], {}, 0, 0)
