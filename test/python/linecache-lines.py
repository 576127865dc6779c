# linecache: lines of this file, of a file that changes, and of none.
import linecache
import sys

print repr(linecache.getline(__file__, 1)), repr(linecache.getline(__file__, 0)), repr(linecache.getline(__file__, 1000))
print repr(linecache.getline('missing.py', 1)), linecache.getlines('missing.py'), linecache.getlines('<string>')
print len(linecache.getlines(__file__)) > 5
with open('lines.txt', 'w') as f:
    f.write('one\ntwo')
print linecache.getlines('lines.txt'), repr(linecache.getline('lines.txt', 2)), 'lines.txt' in linecache.cache
with open('lines.txt', 'w') as f:
    f.write('three\r\nfour\n')
print linecache.getlines('lines.txt')
linecache.checkcache()
print linecache.getlines('lines.txt')
linecache.clearcache()
print linecache.cache
import os
os.remove('lines.txt')
print linecache.updatecache('lines.txt'), linecache.getline('lines.txt', 1) == ''
