# coding: ascii
"""A walk through what most programs do, each thing a few times and with values of several types.

The worker runs it once, when nobody waits. The host's compiler learns here which values meet where, so that the first long program
of a learner does not stop to be compiled anew at each thing that it does for the first time. Its results are thrown away.
"""


class Place(object):
    made = 0

    def __init__(self, x, y=2):
        self.x = x
        self.y = y
        Place.made += 1

    def across(self, more=0):
        return self.x + more

    def move(self, by):
        self.x += by
        return self

    def __add__(self, other):
        return Place(self.x + other.x)


class Corner(Place):
    def __init__(self, x):
        Place.__init__(self, x)
        self.sides = [x]

    def across(self, more=0):
        return self.y


class Pair(object):
    __slots__ = 'first', 'second'

    def __init__(self, first, second):
        self.first = first
        self.second = second

    def __eq__(self, other):
        return self.first == other.first

    def __len__(self):
        return 2

    def __getitem__(self, at):
        return (self.first, self.second)[at]

    def __repr__(self):
        return 'pair'


class Old:
    shared = 1

    def __init__(self):
        self.own = 2.5

    def count(self, *args, **keywords):
        return self.own + len(args) + len(keywords)


class Context(object):
    def __enter__(self):
        return 1

    def __exit__(self, *raised):
        return None


class Problem(Exception):
    pass


def add(a, b=1, *rest):
    return a + b


def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


def adder(n):
    def inner(x):
        return x + n
    return inner


def count_to(n):
    i = 0
    while i < n:
        yield i
        i += 1


def halves(n):
    for i in range(n):
        yield i
    yield 0.5


def chain(*sources):
    for source in sources:
        for value in source:
            yield value


def find(table, key):
    try:
        if key not in table:
            raise KeyError(key)
        return table[key]
    finally:
        table['asked'] = 1


def number(text):
    try:
        return int(text)
    except ValueError:
        return -1


def numbers(values):
    result = 0
    for a in values:
        for b in values:
            result = a < b, a > b, a <= b, a >= b, a == b, a != b, a is b
            result = a + b - a * b
            result += a
            result -= b
            result *= 2
            if b:
                result = a / b, a // b, a % b
            if a < b:
                result = -a
            elif a == b:
                result = +a
            if not a:
                result = abs(a)
            result = [a, b][1]
            result = [a, b][-1]
            result = (a, b)[0]
            result = str(a) + repr(b), '%s %r' % (a, b)
    return result


def bits(values):
    for a in values:
        for b in (0, 1, 3, 40):
            result = a << b, a >> b, a & b, a | b, a ^ b, ~a


def comparisons(values):
    for a in values:
        for b in values:
            result = a == b, a != b, a in [b], a not in (b,), a is not b
            if a == b:
                result = [a, b]
            result = [a, b] == [b, a], (a, b) < (b, a)


def texts(text):
    count = 0
    for character in text:
        if character in 'aeiou':
            count += 1
        if character == 'x' or character > 'y':
            count -= 1
        count += ord(character) + len(character * 3) + len(chr(ord(character)))
    parts = text.split(), text.split(','), text.join([text, text]), text[0], text[-1], text[1:3], text[::-1]
    other = text.lower(), text.upper(), text.strip(), text.replace('a', 'bb'), text + u'x', u'\xe9' + text
    places = text.find('a'), text.count('e'), text.startswith('b'), text.endswith('x')
    return parts, other, places, '%d: %5.2f %-4s|' % (count, count / 7.0, text)


def lists(n):
    items = range(n)
    while items:
        last = items.pop()
        if last > 2:
            items.append(last - 3)
            items.append(last - 4)
    rows = [[i + j for j in range(3)] for i in range(3)]
    total = 0
    for i in range(3):
        for j in range(3):
            total += rows[i][j] * rows[j][i]
            rows[i][j] = total
            rows[i][j] += 1
    rows.append([total])
    rows.extend(rows[:1])
    rows.insert(0, [1])
    rows.reverse()
    rows[0], rows[1] = rows[1], rows[0]
    rows[1:2] = [[5]]
    rows = rows + rows
    ordered = sorted(rows), sorted([3, 1, 2], reverse=True), sorted(['b', 'a']), sorted([2, 1], key=lambda x: -x)
    ordered = sorted([1.5, 0.5]), sorted([(2, 'a'), (1, 'b')]), list(reversed(range(n))), min(range(n)), max(rows)
    mapped = zip(range(n), 'abc'), map(str, range(3)), filter(None, range(3)), [row for row in rows if row]
    sums = sum(x * 2.0 for x in xrange(n) if x % 2), sum([1, 2]), any(range(2)), all(range(2))
    for at, value in enumerate(mapped[0]):
        total += at * len(value)
    return ordered, sums, total


def dictionaries(n):
    table = {'a': 1}
    for i in range(n):
        table[i] = i
        table['key %d' % i] = '%s' % i
        table[i, total] = [i]
        if (i, total) in table and i in table:
            table[i] += 1
    table['b'] = 2
    table[1.5] = 2
    table[None] = 1
    table.get('c', 0)
    table.setdefault('d', []).append(1)
    del table['a']
    for key, value in table.items():
        pass
    for key in table:
        pass
    for key, value in sorted(table.iteritems()):
        pass
    made = dict((p, p) for p in range(3)), set(range(3)), len(table), table.keys()
    made[1].add(3)
    return made


def calls(n):
    for i in range(n):
        result = fibonacci(3) + add(i) + add(i, 2) + add(*(i, 2)) + add(a=1, b=2.5) + adder(1)(i)
        for value in count_to(3):
            result += value
    mixed = [value for value in chain(halves(2), halves(3), [1], (2,), 'ab', {1: 2})]
    drained = list(chain(halves(2))), tuple(halves(3)), set(halves(2)), sum(halves(2)), dict(zip(halves(2), halves(2)))
    return lambda a=1: a + n


def objects(n):
    places = []
    for i in range(n):
        place = Place(i)
        corner = Corner(i)
        place.move(corner.across(1))
        both = place + corner
        places.append(both)
        places.append(i)
        result = both.across() - place.x * 2 // 3 % 5, isinstance(corner, Place), getattr(place, 'x'), hasattr(place, 'z')
    one, other = Pair(1, 2), Pair(2.5, 'x')
    result = one == other, len(one), one[0], repr(one), one.first + other.first
    one.first += 1
    one.first = 'z'
    old = Old()
    old.own = old.count(1, 2) + old.count(1, k=2)
    old.own += old.shared
    return ','.join([str(place) for place in places if place is not None])


def exceptions():
    try:
        find({}, 'nothing')
    except KeyError as error:
        pass
    try:
        raise Problem('x')
    except (Problem, ValueError), error:
        str(error)
    number('3')
    number('x')
    try:
        try:
            [][1]
        except IndexError:
            raise
        finally:
            error = None
    except Exception, error:
        pass
    for wrong in (lambda: None.x, lambda: {}[1], lambda: 1 / 0, lambda: nothing, lambda: 1 + 'a'):
        try:
            wrong()
        except StandardError:
            pass
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                break
        finally:
            error = i
    with Context() as error:
        pass


def loops(n):
    global total
    seed, x, left, text = 42, 0.5, n, ''
    for i in range(n):
        seed = (seed * 1103515245 + 12345) % 2147483648
        x = x * 1.5 - 2.0 / (x + 3.0) + i
        x += 0.5 * i
        if x > 100.0:
            x = -x
        total += i
        total = total + 0.5
        text += 'abc'
        text = text[1:] + text[:2] + str(i)
    a, (b, c) = 1, (2, 3)
    while True:
        left -= 1
        if left == 1 and not a:
            continue
        if left < 0 and total or not c:
            break
    print 'total', total, [a, 'b', x, None, True]
    print


total = 0
for turn in range(2):
    numbers([0, 1, -3, 2.5, -0.5, 3000000000, 7])
    numbers([5, 6])
    numbers([2 ** 62, 2 ** 70, 3])
    bits([0, 1, 5, 70000, 2 ** 33])
    comparisons([1, 2.5, 'a', 'b', None, (1, 2), [1], True, u'a', 3000000000, Place(1), Place])
    texts('the Quick,brown fox')
    texts('x')
    lists(9)
    dictionaries(9)
    calls(3)(2)
    objects(4)
    exceptions()
    loops(4)
