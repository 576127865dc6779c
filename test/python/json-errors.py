# What json.loads refuses, as bytes and as unicode, with the place.
import json

for text in ('', ' ', 'nul', '[1,]', '[1 2]', '[1', '{', '{"a"', '{"a" 1}', '{"a":}', '{"a":1,}', '{a:1}', '{"a":1 "b":2}',
             '[1]]', '{} x', '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\\ud83d\\ude00"', '01', '1.', '-', '+1', "'a'", 'True',
             '[1,\n2,\n3 4]', '"\\u0000', '"\\', '["a\tb"]', '[}', '123abc', '[-]', '1e5', '-0'):
    for each in text, unicode(text):
        try:
            print repr(each), repr(json.loads(each))
        except ValueError as error:
            print repr(each), 'ValueError', error
for value in (None, 5, ['[]'], bytearray('[]')):
    try:
        json.loads(value)
    except TypeError as error:
        print 'TypeError', error
try:
    json.loads('["\xff"]')
except UnicodeDecodeError as error:
    print error
raise ValueError('the end')
