"""The bytes of marshal for the built-in types, in its versions 0, 1 and 2, and the values again."""
import marshal

values = [
    None, True, False, Ellipsis, StopIteration, 0, -1, 2 ** 31 - 1, 2 ** 31, -2 ** 31 - 1, 2 ** 62, 0L, 1L, -1L, 2L ** 15, 2 ** 100,
    -2 ** 100, 1.5, -0.0, float('inf'), 1e300, 0.1, 2.5j, '', 'a', 'name_1', 'hello world, this is long', u'', u'caf\xe9 \u20ac', (), (1,),
    [1, [2]], {}, {1: 2}, set([1]), frozenset([2]), ['abc', 'abc', ('abc',)], buffer('a b'), bytearray('a b'), (None, [{u'k': (1.0, 2L)}]),
]
for version in 0, 1, 2:
    for value in values:
        text = marshal.dumps(value, version)
        print version, repr(text), repr(marshal.loads(text))
print marshal.version, repr(marshal.dumps(1, -1)), marshal.loads('NN'), marshal.loads(u'N'), marshal.loads(buffer('i\1\0\0\0'))

with open('values.marshal', 'wb') as file:
    marshal.dump([1, 'a'], file)
    marshal.dump({2: 3}, file, 0)
with open('values.marshal', 'rb') as file:
    print marshal.load(file), marshal.load(file)
    try:
        marshal.load(file)
    except EOFError as error:
        print 'EOFError:', error
import os
os.remove('values.marshal')
deep = []
for i in range(1500):
    deep = [deep]
print len(marshal.dumps(deep)), len(marshal.loads(marshal.dumps(deep)))
