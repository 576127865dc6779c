# object.__reduce__ and object.__reduce_ex__: how an object is taken apart.
import copy_reg


class Plain(object):
    def __init__(self):
        self.x = 1


class Names(list):
    pass


class Own(object):
    def __reduce__(self):
        return 'Own'


def show(parts):
    print parts[0].__name__, parts[1:3], [list(part) for part in parts[3:] if part is not None]

plain = Plain()
show(plain.__reduce__())
show(plain.__reduce_ex__(2))
names = Names(['a', 'b'])
names.title = 'letters'
show(names.__reduce_ex__(0))
show(names.__reduce_ex__(2))
print Own().__reduce_ex__(2), set([1]).__reduce__(), IOError(1, 'a', 'b').__reduce__()
copied = copy_reg.__newobj__(Plain)
copied.__dict__.update(plain.__reduce_ex__(2)[2])
print copied.x
