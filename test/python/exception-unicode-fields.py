"""The exceptions of coding: their fields, their texts, their arguments."""
e = UnicodeDecodeError('ascii', 'abc\xff', 3, 4, 'bad')
print e, e.encoding, repr(e.object), e.start, e.end, e.reason, e.args, repr(e.message)
e.start, e.end = 1, 3
print e
print UnicodeEncodeError('ascii', u'abc\u20ac', 3, 4, 'bad'), '|', UnicodeEncodeError('ascii', u'abc', 0, 3, 'bad')
print UnicodeTranslateError(u'abc\u20ac', 3, 4, 'bad'), '|', UnicodeTranslateError(u'abc\u20ac', 1, 4, 'bad')
for wrong in ("UnicodeDecodeError('ascii')", "UnicodeDecodeError(1, 'a', 0, 1, 'x')", "UnicodeDecodeError('a', u'a', 0, 1, 'x')",
              "UnicodeEncodeError('a', 'a', 0, 1, 'x')", "UnicodeDecodeError('a', 'a', 'b', 1, 'x')", "UnicodeTranslateError(u'a')",
              "SyntaxError('m', 5)", "SyntaxError('m', (1, 2))", "ValueError('a').__setstate__(5)", "ValueError(a=1)", "ValueError('a')[1]"):
    try:
        print eval(wrong)
    except (TypeError, IndexError) as error:
        print wrong, '->', type(error).__name__ + ':', error
