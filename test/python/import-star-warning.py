# SyntaxWarnings in code that is compiled while the program runs, with the lines that they name.
source = '''
x = 1
def f():
    print x
    global x
    assert (x, "never")
'''
code = compile(source, 'made.py', 'exec')
exec code
f()
exec 'def g():\n    from string import *\n    return digits'
print g()
import warnings
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    eval('(lambda: 1)()')
    exec 'assert (1, 2)'
    print [(each.filename, each.lineno, str(each.message)) for each in seen]
warnings.simplefilter('ignore')
exec 'assert (1, 2)'
exec 'assert (0, 2), 3\nassert 0, "the end"'
