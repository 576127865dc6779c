"""Which characters are digits, letters, of which case."""
for c in u'5\xb2\xbd\u0661\u2460\u2160\xaa\u01c5 \x1c\x85\u3000':
    print repr(c), [int(test()) for test in (c.isdigit, c.isdecimal, c.isnumeric, c.isalpha, c.isalnum, c.isspace,
                                             c.islower, c.isupper, c.istitle)]
print repr(u'\u01c6ab \u01c4ab'.title()), repr(u'\u01c5'.swapcase()), repr(u'\u01c6'.upper()), repr(u'\u0130'.lower())
print repr(u'stra\xdfe'.upper()), u"they're BILL's".title(), repr(u'a\x0bb\x1cc\x85d\u2028e\u2029f'.splitlines())
