"""Patterns and matches are not copied."""
import copy
import re

p = re.compile('a+')
for thing in p, p.match('aa'):
    for function in copy.copy, copy.deepcopy:
        try:
            function(thing)
        except TypeError as error:
            print error
print p in {p: 1}, hash(p) == hash(p), p == p, p != re.compile('b'), [p].index(p)
cached = [re.compile('x%d' % i) for i in range(300)]
print re.compile('x299') is cached[299], re.compile('x299') == cached[299]
re.purge()
print re.compile('x299') is cached[299], cached[0].match('x0').group()
