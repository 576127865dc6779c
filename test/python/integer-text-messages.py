"""What `int` and `long` say about a text that is no number: up to a null byte, not all of a long one, never as unicode."""
for args in (('99', 7), (u'99', 7), (' 9 ', 7), (u' \xff ',), ('\xff\x00z',), ('7\x00',), ('',), ('  ',), ('x' * 300,),
             ('12', 37), ('12', 1), ('1', 2 ** 40), ('5L',), (None, 1.5), (5, 10)):
    for kind in (int, long):
        try:
            print repr(kind(*args))
        except (ValueError, TypeError, OverflowError) as error:
            print type(error).__name__, error
for text in (u'\xe9', 'abc', bytearray('1')):
    try:
        print complex(1, text)
    except TypeError as error:
        print error
print float.fromhex(u'\u20ac')
