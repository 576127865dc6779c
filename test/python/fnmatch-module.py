"""Names and the patterns of a shell."""
import fnmatch

names = ['x.py', 'abc', 'ax', 'dx', '^', ']', 'a.b', '\\', 'X.PY', '.hidden.py']
for pattern in '*.py', 'a?c', '[abc]x', '[!abc]x', '[^a]', '[]a]', '[', '[a', '[\\d]', '', '**', 'a[.b]*':
    print repr(pattern), fnmatch.translate(pattern), fnmatch.filter(names, pattern)
print fnmatch.fnmatch('X.PY', '*.py'), fnmatch.fnmatchcase('x.py', '*.py'), fnmatch.fnmatch('x.py', 'X*')
