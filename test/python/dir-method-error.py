# __dir__ gives a list, and __format__ a string; old-style instances have both.
class New(object):
    def __dir__(self):
        return ['b', 'a']


class Old:
    def __dir__(self):
        return ['d', 'c']

    def __format__(self, spec):
        return 'old ' + spec


class Plain:
    def __str__(self):
        return 'plain'


print dir(New()), dir(Old()), format(Old(), 'x'), '{0:y} {1:>8}'.format(Old(), Plain()), format(Plain())
try:
    format(Plain(), 'd')
except ValueError, error:
    print error


class Wrong(object):
    def __dir__(self):
        return ('a', 'b')


dir(Wrong())
