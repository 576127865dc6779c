"""What pickle writes for each built-in type, in the protocols 0, 1 and 2."""
import pickle

shared = ['a']
values = [
    None, True, False, 0, 255, 256, 65536, -1, 2 ** 31 - 1, -2 ** 31, 2 ** 31, 2 ** 62, 0L, -129L, 10L ** 30, 1.5, -0.0, 2.5j, '', 'abc',
    "it's \"so\"\n\x00\xff", u'', u'caf\xe9 \u20ac\n\\', 'x' * 256, (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2],
    {}, {'a': 1}, set([1]), frozenset(['b']), xrange(1, 9, 3), slice(1, None), bytearray('ab'), (shared, shared), len, ValueError, dict,
    ValueError('no', 3), object,
]
for value in values:
    for protocol in 0, 1, 2:
        print protocol, repr(pickle.dumps(value, protocol))[:200]

for protocol in -1, None, 2:
    print repr(pickle.dumps([1], protocol))
print [pickle.loads(pickle.dumps(value, 2)) == value for value in values].count(False)
