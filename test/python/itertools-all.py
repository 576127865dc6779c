# Every iterator of itertools, with what it refuses.
from itertools import *
import operator


def show(work):
    try:
        result = work()
        print list(islice(result, 12)) if hasattr(result, 'next') else result
    except Exception as error:
        print type(error).__name__, error


show(lambda: chain('ab', [1], ()))
show(lambda: chain.from_iterable(['ab', 'c']))
show(lambda: chain.from_iterable(1.5))
show(lambda: combinations('abcd', 2))
show(lambda: combinations('ab', 5))
show(lambda: combinations('ab', -1))
show(lambda: combinations('ab', 'c'))
show(lambda: combinations_with_replacement('abc', 2))
show(lambda: permutations([1, 2, 3], 2))
show(lambda: permutations('ab', -1))
show(lambda: product('ab', [1, 2], repeat=1))
show(lambda: product([0, 1], repeat=2))
show(lambda: product('ab', repeat=-1))
show(lambda: product('ab', repeat='c'))
show(lambda: compress('abcdef', [1, 0, 1, None, 2]))
show(lambda: count(10))
show(lambda: count(1, 0.5))
show(lambda: count('a'))
show(lambda: repr(count(3, 2)))
show(lambda: cycle('abc'))
show(lambda: cycle(5))
show(lambda: dropwhile(lambda x: x < 3, [1, 4, 1]))
show(lambda: takewhile(lambda x: x < 3, [1, 4, 1]))
show(lambda: takewhile(bool))
show(lambda: [(key, list(group)) for key, group in groupby('aabbba')])
show(lambda: [(key, list(group)) for key, group in groupby([1, 3, 2, 4, 5], lambda x: x % 2)])
show(lambda: ifilter(None, [0, 1, '', 'a', None]))
show(lambda: ifilterfalse(lambda x: x > 1, [0, 1, 2, 3]))
show(lambda: imap(operator.add, [1, 2], [3, 4, 5]))
show(lambda: imap(None, 'ab', 'cd'))
show(lambda: imap(len))
show(lambda: imap(len, [1]))
show(lambda: islice('abcdef', 1, None, 2))
show(lambda: islice('abc', -1))
show(lambda: islice('abc', 'd'))
show(lambda: islice('abc', 0, 3, 0))
show(lambda: izip('abc', [1, None]))
show(lambda: izip('abc', 5))
show(lambda: izip_longest('abc', 'd', fillvalue='-'))
show(lambda: izip_longest('abc', fill='-'))
show(lambda: repeat('x', 3))
show(lambda: repr(repeat('x', 3)))
show(lambda: repeat('x', 'y'))
show(lambda: starmap(pow, [(2, 5), (3, 2)]))
show(lambda: starmap(pow, [2]))
show(lambda: [list(each) for each in tee([1, None, 2], 3)])
show(lambda: tee('ab', -1))
one, two = tee(iter('abc'))
print one.next(), one.next(), two.next(), list(one), list(two)
combinations([1, 2], None)
