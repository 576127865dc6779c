"""__dict__ and __weakref__ among __slots__, and what may not stand there twice."""


def attempt(function):
    try:
        print repr(function())
    except Exception as error:
        print '%s: %s' % (type(error).__name__, error)


def dictionary():
    class A(object):
        __slots__ = ['__dict__', 'x']
    a = A()
    a.y, a.x = 3, 4
    return a.y, a.x, a.__dict__['y']


def only_dictionary():
    class A(object):
        __slots__ = '__dict__'
    a = A()
    a.f = 2
    return a.__dict__


def only_weakref():
    class A(object):
        __slots__ = ['__weakref__']
    A().x = 1


def dictionary_twice():
    class A(object):
        __slots__ = ['__dict__', '__dict__']


def dictionary_again():
    class A(object):
        __slots__ = ['__dict__']

    class B(A):
        __slots__ = ['__dict__']


def dictionary_there():
    class A(object):
        pass

    class B(A):
        __slots__ = ['__dict__']


def weakref_twice():
    class A(object):
        __slots__ = ['__weakref__', '__weakref__']


def weakref_there():
    class A(object):
        pass

    class B(A):
        __slots__ = ['__weakref__']


def two_layouts():
    class A(object):
        __slots__ = ['a']

    class B(object):
        __slots__ = ['b']

    class C(A, B):
        pass


def one_layout():
    class A(object):
        __slots__ = ['a']

    class B(A):
        __slots__ = ['b']

    class C(object):
        __slots__ = ()

    class D(C, B, A):
        pass
    d = D()
    d.a, d.b, d.c = 1, 2, 3
    return d.a, d.b, d.c


def same_name_twice():
    class A(object):
        __slots__ = ['x', 'x']
    return sorted(name for name in vars(A) if name[0] != '_')


def int_with_dictionary():
    class A(int):
        __slots__ = ['__dict__']
    a = A(3)
    a.z = 1
    return a + a.z


for function in (dictionary, only_dictionary, only_weakref, dictionary_twice, dictionary_again, dictionary_there, weakref_twice,
                 weakref_there, two_layouts, one_layout, same_name_twice, int_with_dictionary):
    print function.__name__,
    attempt(function)


class Last(object):
    __slots__ = ['not a name']
