# functools.partial: a function with some of its arguments given.
import functools

binary = functools.partial(int, base=2)
print binary('101'), binary.func, binary.args, binary.keywords

show = functools.partial(lambda *args, **keywords: (args, sorted(keywords.items())), 1, x=2)
print show(), show(3, x=4, y=5)
show.note = 'mine'
print show.note, type(show), isinstance(show, functools.partial)

for wrong in (lambda: functools.partial(), lambda: functools.partial(3), lambda: setattr(show, 'func', len)):
    try:
        wrong()
    except TypeError, e:
        print e
