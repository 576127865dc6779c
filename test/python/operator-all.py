# The functions of operator, and what they refuse.
import operator


class Box(object):
    inner = None

    def method(self, *args, **keywords):
        return args, sorted(keywords.items())


box = Box()
box.inner = Box()
box.inner.value = 7


def show(text):
    try:
        print text, '->', eval(text)
    except Exception as error:
        print text, '->', type(error).__name__, error


for text in '''add(1, 2)|add('a', 1)|add(1)|sub(5, 7)|mul([1], 2)|div(7, 2)|truediv(7, 2)|floordiv(-7, 2)|mod(-7, 3)|pow(2, 10)|neg(3)|neg('a')
invert(5)|inv(1.5)|and_(6, 3)|or_(6, 3)|xor(6, 3)|lshift(1, 4)|rshift(256, 4)|not_([])|truth([])|truth()|is_(None, None)|is_not(1, None)
lt(1, 2)|ge(1, 2)|eq(1, 1.0)|ne('a', u'a')|contains([1, 2], 2)|contains(5, 2)|concat([1], [2])|concat(1, 2)|concat({}, {})
repeat('ab', 2)|repeat(3, 2)|repeat('a', 'b')|index(7)|index(7.0)|getitem({'a': 1}, 'a')|getitem([1], 5)|getslice('abcdef', 1, 3)
countOf([1, 2, 1], 1)|countOf(1, 1)|indexOf('abc', 'c')|indexOf('abc', 'z')|iadd([1], [2])|iconcat([1], 'ab')|iconcat(1, 2)
itemgetter(1)('abc')|itemgetter(2, 0)('abc')|itemgetter('x')({})|itemgetter()|itemgetter(1)()|itemgetter(slice(1, 3))('abcd')
attrgetter('inner.value')(box)|attrgetter('inner', 'nothing')(box)|attrgetter(1)(box)|attrgetter()
methodcaller('method', 1, key=2)(box)|methodcaller('nothing')(box)|methodcaller()|methodcaller('upper')('a')
isCallable(len)|isCallable(1)|isNumberType(1.5)|isNumberType('1')|isSequenceType('a')|isSequenceType({})|isMappingType({})|isMappingType([])
sequenceIncludes('abc', 'b')|setitem((1,), 0, 2)|delitem([1], 3)|__add__(1, 2)|__getitem__('abc', 0)'''.replace('\n', '|').split('|'):
    show('operator.' + text)
print sorted([('a', 3), ('b', 1)], key=operator.itemgetter(1)), reduce(operator.mul, range(1, 6))
print operator.add.__name__, operator.and_.__name__, operator.itemgetter
operator.add('a')
