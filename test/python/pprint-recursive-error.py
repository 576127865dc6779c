# pprint: values that hold themselves, and arguments that are refused.
import pprint
import re


def plain(text):
    return re.sub('id=[0-9]+', 'id=N', text)


a = [1]
a.append(a)
d = {'self': None, 'a': a}
d['self'] = d
print plain(pprint.pformat(a)), plain(pprint.saferepr(d))
print plain(pprint.pformat(d, width=20))
print pprint.isrecursive(a), pprint.isreadable(a), pprint.isrecursive([[], []]), pprint.isreadable([1, 'a'])
for options in [dict(indent=-1), dict(depth=0), dict(width=0), dict(depth=-2)]:
    try:
        pprint.PrettyPrinter(**options)
    except AssertionError, e:
        print e


class Fails(object):
    def __repr__(self):
        raise NotImplementedError('no repr')


try:
    pprint.pformat([Fails()])
except NotImplementedError, e:
    print e
print pprint.pformat(a).replace(str(id(a)), '')
raise NotImplementedError('the end')
