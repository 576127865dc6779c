# Texts without a last line end: where it takes the end to tell where a token ends, an error speaks of the end.
tokens = """b 2 2L 1. . .. ) ] + ** // < <> != ! = == << <<= **= @ : ; , "x" '' u"" \"""a\""" if print ` ~ $ ? \xff \\ #
    lambda not -> 0x1 1e5 1j r'a' >= { ( a#""".split() + [' ', '\t', '\n', '\x0c', 'a # x']
for before in '', 'a ', '(', '\n':
    for token in tokens:
        try:
            compile(before + token, 'f', 'eval')
        except SyntaxError, e:
            print repr(before + token), type(e).__name__, e.msg, e.lineno, e.offset
for text in '', 'a b', 'x = \xff', 'print 1 $', 'if 1:', '1\n?':
    for mode in 'exec', 'single':
        try:
            compile(text, 'f', mode)
        except SyntaxError, e:
            print mode, repr(text), type(e).__name__, e.msg, e.lineno, e.offset
