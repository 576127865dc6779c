"""Objects that hold themselves, and objects that are held twice, keep their shape in a pickle."""
import pickle
import cPickle


class Node(object):
    pass


class OldNode:
    pass


lst = [1]
lst.append(lst)
tup = ([],)
tup[0].append(tup)
three = ([], 2, 3)
three[0].append(three)
dct = {}
dct['self'] = dct
node = Node()
node.me = node
old = OldNode()
old.others = [old, node, lst]
shared = ['x']
twice = [shared, shared, {'k': shared}]
for module in pickle, cPickle:
    for protocol in 0, 1, 2:
        def again(value):
            return module.loads(module.dumps(value, protocol))
        l, t, h, d, n, o, w = again(lst), again(tup), again(three), again(dct), again(node), again(old), again(twice)
        print l[1] is l, t[0][0] is t, h[0][0] is h, d['self'] is d, n.me is n, o.others[0] is o, o.others[2][1] is o.others[2],
        print w[0] is w[1] is w[2]['k']
for protocol in 0, 1, 2:
    print repr(pickle.dumps(lst, protocol)), repr(pickle.dumps(three, protocol)), repr(pickle.dumps(tup, protocol))
