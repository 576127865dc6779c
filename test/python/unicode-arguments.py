"""What unicode() and the methods of unicode say to wrong arguments."""
for wrong in ("unicode(u'a', 'ascii')", "unicode(5, 'ascii')", "unicode('a', 5)", "unicode('a', None)",
              "unicode('a', 'ascii', 5)", "unicode('a', 'nope')", "u'a'.center(5, 'bc')", "u'a'.center(5, 5)",
              "u'a'.join([1])", "u'a'.find(5)", "u'a' + 5", "5 in u'a'", "u'a'['b']", "u'a'.encode(5)",
              "'a'.decode('ascii', 5)", "unichr('a')", "unichr(1.5)", "chr(256)", "chr('a')", "ord('ab')", "ord(5)"):
    try:
        print eval(wrong)
    except (TypeError, ValueError, LookupError) as e:
        print wrong, '->', type(e).__name__ + ':', e
