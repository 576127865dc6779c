"""iter(f, sentinel) ends at the sentinel or when f stops."""
source = iter([1, 2, 3])
print list(iter(source.next, 5)), list(iter(iter('abc').next, 'c'))
print iter([1, 2]).__length_hint__(), iter(xrange(5)).__length_hint__(), map(None, 'ab'), map(None, [1], [2, 3])
for wrong in ('iter(5, 1)', 'map()', 'map(None, 5)', "enumerate([1], 'a')", 'zip(5)', 'reversed({})', 'next(5)'):
    try:
        print eval(wrong)
    except TypeError as e:
        print wrong, '->', e
