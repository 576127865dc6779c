# The options of json.dumps and json.loads, and classes of one's own.
import json
from collections import OrderedDict
from StringIO import StringIO


def show(work):
    try:
        print repr(work())
    except Exception as error:
        print type(error).__name__, error


data = OrderedDict([('b', [1, 2.5, None, True]), ('a', {'x': u'\xe9"\n'}), ('c', [])])
show(lambda: json.dumps(data))
print json.dumps(data, indent=2, sort_keys=True)
print json.dumps(data, indent=0, separators=(',', ':'))
show(lambda: json.dumps(data, separators=(',', ':')))
show(lambda: json.dumps([u'\xe9', u'\U0001f600'], ensure_ascii=False))
show(lambda: json.dumps('\xe9', encoding='latin-1'))
show(lambda: json.dumps('\xe9'))
show(lambda: json.dumps({1: 1, 2.5: 2, None: 3}, sort_keys=True))
show(lambda: json.dumps({True: 1}))
show(lambda: json.dumps({True: 1}, indent=1))
show(lambda: json.dumps({(1, 2): 3}))
show(lambda: json.dumps({(1, 2): 3}, indent=1))
show(lambda: json.dumps({(1, 2): 3, 'a': 1}, skipkeys=True))
show(lambda: json.dumps([float('nan'), float('inf')]))
show(lambda: json.dumps([float('nan')], allow_nan=False))
show(lambda: json.dumps(1j))
show(lambda: json.dumps([1j], default=lambda value: [value.real, value.imag]))
circle = []
circle.append(circle)
show(lambda: json.dumps(circle))


class Encoder(json.JSONEncoder):
    def default(self, value):
        if isinstance(value, set):
            return sorted(value)
        return json.JSONEncoder.default(self, value)


show(lambda: json.dumps({'s': set([3, 1])}, cls=Encoder))
show(lambda: json.dumps(object, cls=Encoder))
show(lambda: list(json.JSONEncoder().iterencode([1, {'a': [2]}])))
out = StringIO()
json.dump({'a': [1, 2]}, out)
show(out.getvalue)
text = '{"a": [1, 2.5, "x", null, NaN], "b": {"c": 1}}'
show(lambda: json.loads(text, object_pairs_hook=list))
show(lambda: json.loads(text, object_hook=len))
show(lambda: json.loads('[1.5, 2]', parse_float=str, parse_int=float))
show(lambda: json.loads('[NaN, Infinity]', parse_constant=str))
show(lambda: json.loads('"a\nb"', strict=False))
show(lambda: json.loads('"\xe9"', encoding='latin-1'))
show(lambda: json.load(StringIO('[true]')))
show(lambda: json.JSONDecoder().raw_decode('[1] rest'))
json.dumps(data).nothing
