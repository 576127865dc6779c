# SyntaxWarnings: what CPython says of a program while it compiles it.
x = 1


def f():
    print x

    global x
    x = 3


def g():
    y = 2
    global y, x


def h():
    from string import *


def k(
        ):
    assert (1,
            'always true')
    assert ()


class C:
    z = 1
    global z
    assert (0, 'true as well')


exec 'assert (1, 2)'
exec compile('def f():\n    print x\n    global x', '<other>', 'exec')
print x
k()
