# What __cmp__ returns is made a whole number.
class New(object):
    def __init__(self, result):
        self.result = result

    def __cmp__(self, other):
        return self.result


class Old:
    def __init__(self, result):
        self.result = result

    def __cmp__(self, other):
        return self.result


for result in 5, -2.5, 0.5, -3L, True, 2 ** 70, 'a', None:
    for kind in New, Old:
        try:
            print cmp(kind(result), 0), kind(result) < 1
        except (TypeError, OverflowError), error:
            print type(error).__name__, error
New([]) > 1
